package dev.vitrine.model;

import java.util.Objects;
import java.util.UUID;

/// Names one room (直播间). Time-ordered (UUID version 7), so that pages and indexes follow creation.
public record RoomId(UUID value) {
    public RoomId {
        Objects.requireNonNull(value, "id");
    }

    /// @throws InvalidValue when the text is not a UUID in its canonical form
    public static RoomId parse(String text) {
        try {
            var uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return new RoomId(uuid);
            }
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValue("id", "must be a UUID", malformed);
        }
        throw new InvalidValue("id", "must be a UUID in its canonical form of 36 characters");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
