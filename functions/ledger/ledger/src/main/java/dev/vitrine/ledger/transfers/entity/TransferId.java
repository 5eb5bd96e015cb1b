package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.InvalidValue;
import java.util.Objects;
import java.util.UUID;

/// Names a transfer; given by whoever asks for it, so that asking again is the same transfer.
public record TransferId(UUID value) {
    public TransferId {
        Objects.requireNonNull(value, "transfer");
    }

    /// @throws InvalidValue when the text is not a UUID in its canonical form
    public static TransferId parse(String text) {
        return new TransferId(Uuids.parse("transfer", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
