package dev.vitrine.chat.filter.entity;

/// A word that was found.
///
/// @param from where it begins in the text, in UTF-16 units
/// @param to behind its end
public record Hit(Word word, int from, int to) {

    /// Whether this is the longer one, and the other lies in it.
    boolean holds(Hit other) {
        return from <= other.from && to >= other.to && to - from > other.to - other.from;
    }
}
