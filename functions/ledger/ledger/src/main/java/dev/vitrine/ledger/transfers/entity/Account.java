package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;
import java.util.Objects;

/// Whose money, what for, in which currency: that is all an account is, and its id is made of it.
///
/// @param owner the stable id of a person, or `PLATFORM`; 1-255 characters, no control characters
public record Account(String owner, AccountKind kind, Currency currency) {
    public static final String PLATFORM = "platform";

    /// Owners that begin so are capabilities, never people.
    public static final String CAPABILITY = "capability:";

    private static final int LONGEST_OWNER = 255;

    public Account {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(currency, "currency");
        if (owner.isEmpty()
                || owner.codePointCount(0, owner.length()) > LONGEST_OWNER
                || owner.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("owner", "must be 1 to " + LONGEST_OWNER + " characters, none of them for control");
        }
    }

    public static Account ofPlatform(AccountKind kind, Currency currency) {
        return new Account(PLATFORM, kind, currency);
    }

    public AccountId id() {
        return AccountId.of(this);
    }
}
