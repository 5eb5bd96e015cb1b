package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.Money;

/// What an account has.
///
/// @param total everything; what was received less what was given
/// @param held set aside by open holds
public record Balance(Money total, Money held) {

    public Money available() {
        return total.minus(held);
    }
}
