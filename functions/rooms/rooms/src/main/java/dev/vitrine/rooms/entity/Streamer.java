package dev.vitrine.rooms.entity;

import dev.vitrine.model.InvalidValue;

/// Whose room it is (主播).
///
/// @param id the issuer's stable id of the person
/// @param name what viewers read, as the platform shows callers
public record Streamer(String id, String name) {
    public static final int LONGEST_ID = 128;

    public Streamer {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new InvalidValue("streamer", "must have an id of 1 to " + LONGEST_ID + " characters");
        }
    }
}
