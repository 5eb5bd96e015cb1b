package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Money;
import java.time.Duration;
import java.util.Objects;

/// Money that is to be set aside: the account keeps it and cannot spend it until the hold is captured,
/// released or over.
///
/// @param amount 1 to `Entry.MOST_MINOR` minor units
/// @param lifetime whole milliseconds, at most `LONGEST`
public record Hold(HoldId id, AccountId account, Money amount, Duration lifetime, Reference reference) {
    public static final Duration LONGEST = Duration.ofDays(30);

    public Hold {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(reference, "reference");
        if (amount.minor() < 1 || amount.minor() > Entry.MOST_MINOR) {
            throw new InvalidValue("amount", "must be from 1 to " + Entry.MOST_MINOR + " minor units");
        }
        if (lifetime.toMillis() < 1 || lifetime.compareTo(LONGEST) > 0) {
            throw new InvalidValue("lifetime", "must be from 1 ms to " + LONGEST.toDays() + " days");
        }
        lifetime = Duration.ofMillis(lifetime.toMillis());
    }
}
