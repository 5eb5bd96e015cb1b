package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.InvalidValue;
import java.util.Arrays;

/// What an account is for. Whether it may be overdrawn, takes holds, and over how many rows it is spread is
/// in the table `account_kinds`, which names the same kinds.
public enum AccountKind {
    /// What a viewer can spend.
    WALLET,
    /// A streamer's income inside the holding period.
    PENDING_INCOME,
    /// What a streamer can withdraw.
    PAYABLE_INCOME,
    /// The platform's share of gifts.
    COMMISSION,
    /// What was paid for coins.
    SALES,
    /// The other side of every coin that exists: never above zero.
    ISSUANCE,
    /// What payment providers owe us, below zero, or have paid out for us.
    CLEARING;

    /// @throws InvalidValue when it is none of them
    public static AccountKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("kind", "must be one of " + Arrays.toString(values())));
    }
}
