package dev.vitrine.chat.entity;

/// What a viewer says: 1 to 100 characters on one line.
public record DanmakuText(String value) {
    public static final int LONGEST = 100;

    public DanmakuText {
        Words.between(1, LONGEST, "text", value);
    }
}
