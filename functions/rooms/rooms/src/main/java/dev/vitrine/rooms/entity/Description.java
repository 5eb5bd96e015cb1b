package dev.vitrine.rooms.entity;

/// What a room is about; may be empty.
public record Description(String value) {
    static final int LONGEST = 4_000;
    public static final Description NONE = new Description("");

    public Description {
        Text.between(0, LONGEST, "description", value);
    }
}
