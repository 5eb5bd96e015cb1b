package dev.vitrine.chat.order.entity;

import dev.vitrine.model.VisibleText;

/// Why somebody acted; whoever audits reads it.
public record Reason(String value) {
    public static final int LONGEST = 200;

    /// Stands for a kept reason of which nothing is left to see.
    private static final String NOTHING = "*";

    public Reason {
        VisibleText.line(1, LONGEST, "reason", value);
    }

    /// What was kept under the rules of its day, as it may be shown today.
    public static Reason kept(String value) {
        var cleared = VisibleText.cleared(value);
        return new Reason(VisibleText.isSeen(cleared) ? cleared : NOTHING);
    }
}
