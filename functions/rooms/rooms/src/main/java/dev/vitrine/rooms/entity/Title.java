package dev.vitrine.rooms.entity;

/// What a room is called.
public record Title(String value) {
    static final int LONGEST = 120;

    public Title {
        Text.between(1, LONGEST, "title", value);
    }
}
