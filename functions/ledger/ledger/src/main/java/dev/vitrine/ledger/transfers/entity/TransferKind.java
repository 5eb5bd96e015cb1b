package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.InvalidValue;

/// What a transfer is for, in lower-case words joined by `-`: `gift`, `top-up`, `settlement`; at most 40
/// characters.
public record TransferKind(String value) {
    private static final String FORM = "[a-z][a-z0-9-]{0,39}";

    public TransferKind {
        if (!value.matches(FORM)) {
            throw new InvalidValue("kind", "must match " + FORM);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
