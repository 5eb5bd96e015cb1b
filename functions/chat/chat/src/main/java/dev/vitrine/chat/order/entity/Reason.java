package dev.vitrine.chat.order.entity;

import dev.vitrine.chat.entity.Words;

/// Why somebody acted; whoever audits reads it.
public record Reason(String value) {
    public static final int LONGEST = 200;

    public Reason {
        Words.between(1, LONGEST, "reason", value);
    }
}
