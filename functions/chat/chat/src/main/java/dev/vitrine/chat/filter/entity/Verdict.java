package dev.vitrine.chat.filter.entity;

import java.util.List;

/// What lists say of a text. The most severe word decides; every word that was found is named.
public sealed interface Verdict {
    record Clean() implements Verdict {}

    /// @param text with a `*` for each character of each word that was found
    record Masked(String text, List<Hit> hits) implements Verdict {}

    record Held(List<Hit> hits) implements Verdict {}

    record Rejected(List<Hit> hits) implements Verdict {}
}
