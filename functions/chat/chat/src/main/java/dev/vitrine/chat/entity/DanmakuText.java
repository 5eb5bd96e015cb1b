package dev.vitrine.chat.entity;

import dev.vitrine.model.VisibleText;

/// What a viewer says: a line of 1 to 100 characters.
public record DanmakuText(String value) {
    public static final int LONGEST = 100;

    /// Stands for a kept text of which nothing is left to see.
    private static final String NOTHING = "*";

    public DanmakuText {
        VisibleText.line(1, LONGEST, "text", value);
    }

    /// What was kept under the rules of its day, as it may be shown today: a text that is in the log or the
    /// history fails no reader.
    public static DanmakuText kept(String value) {
        var cleared = VisibleText.cleared(value);
        return new DanmakuText(VisibleText.isSeen(cleared) ? cleared : NOTHING);
    }
}
