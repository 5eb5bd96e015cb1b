package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.InvalidValue;
import java.util.UUID;

/// Reads UUIDs in their canonical form only.
public final class Uuids {
    private Uuids() {}

    public static UUID parse(String field, String text) {
        try {
            var uuid = UUID.fromString(text);
            if (uuid.toString().equalsIgnoreCase(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValue(field, "must be a UUID", malformed);
        }
        throw new InvalidValue(field, "must be a UUID in its canonical form of 36 characters");
    }
}
