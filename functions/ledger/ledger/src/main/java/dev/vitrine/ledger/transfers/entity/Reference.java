package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.InvalidValue;

/// What a transfer or hold refers to, for people and for other capabilities: a gift, an order, a payment.
/// Ids only, no names: it stays in the books for good. At most 255 characters.
public record Reference(String value) {
    private static final int LONGEST = 255;

    public Reference {
        if (value.codePointCount(0, value.length()) > LONGEST || value.indexOf('\0') >= 0) {
            throw new InvalidValue("reference", "must be at most " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
