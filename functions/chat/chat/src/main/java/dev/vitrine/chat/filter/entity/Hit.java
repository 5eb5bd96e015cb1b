package dev.vitrine.chat.filter.entity;

/// A word that was found.
///
/// @param from where it begins in the text, in UTF-16 units
/// @param to behind its end
public record Hit(Word word, int from, int to) {}
