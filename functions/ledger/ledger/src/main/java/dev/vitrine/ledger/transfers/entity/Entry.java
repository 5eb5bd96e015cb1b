package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Money;
import java.util.Objects;

/// One line of a transfer.
///
/// @param amount above zero what the account receives, below zero what it gives; never zero
public record Entry(AccountId account, Money amount) {
    /// 2^53 - 1: exact in every JSON reader. Above it, no amount is believed.
    public static final long MOST_MINOR = 9_007_199_254_740_991L;

    public Entry {
        Objects.requireNonNull(account, "account");
        if (amount.minor() == 0 || amount.minor() < -MOST_MINOR || amount.minor() > MOST_MINOR) {
            throw new InvalidValue("amount", "must be from 1 to " + MOST_MINOR + " minor units");
        }
    }

    /// The account gives this positive amount.
    public static Entry out(AccountId account, Money amount) {
        return new Entry(account, positive(amount).negated());
    }

    /// The account receives this positive amount.
    public static Entry into(AccountId account, Money amount) {
        return new Entry(account, positive(amount));
    }

    /// The same, the other way.
    public Entry reversed() {
        return new Entry(account, amount.negated());
    }

    private static Money positive(Money amount) {
        if (!amount.isPositive()) {
            throw new InvalidValue("amount", "must be from 1 to " + MOST_MINOR + " minor units");
        }
        return amount;
    }
}
