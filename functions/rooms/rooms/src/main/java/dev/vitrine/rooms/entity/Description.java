package dev.vitrine.rooms.entity;

import dev.vitrine.model.VisibleText;

/// What a room is about: paragraphs; may be empty.
public record Description(String value) {
    static final int LONGEST = 4_000;
    public static final Description NONE = new Description("");

    public Description {
        VisibleText.paragraphs(0, LONGEST, "description", value);
    }
}
