package dev.vitrine.chat.filter.entity;

import java.util.Objects;

/// A word of a list.
public record Word(String text, Action action) {
    /// What is done to a message that holds it; the later is the more severe.
    public enum Action {
        /// Nothing, and nothing because of what is inside of it: "路口" keeps "口" from being found there (白名单).
        ALLOW,
        MASK,
        HOLD,
        REJECT
    }

    public Word {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(action, "action");
    }
}
