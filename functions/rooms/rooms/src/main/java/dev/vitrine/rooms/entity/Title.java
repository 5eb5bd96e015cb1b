package dev.vitrine.rooms.entity;

import dev.vitrine.model.VisibleText;

/// What a room is called: one line.
public record Title(String value) {
    static final int LONGEST = 120;

    public Title {
        VisibleText.line(1, LONGEST, "title", value);
    }
}
