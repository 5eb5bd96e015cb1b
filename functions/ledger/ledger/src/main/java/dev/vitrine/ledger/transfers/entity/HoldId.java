package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.InvalidValue;
import java.util.Objects;
import java.util.UUID;

/// Names a hold; given by whoever asks for it, so that asking again is the same hold.
public record HoldId(UUID value) {
    public HoldId {
        Objects.requireNonNull(value, "hold");
    }

    /// @throws InvalidValue when the text is not a UUID in its canonical form
    public static HoldId parse(String text) {
        return new HoldId(Uuids.parse("hold", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
