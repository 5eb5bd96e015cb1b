package dev.vitrine.ledger.entity;

import dev.vitrine.ledger.transfers.entity.Account;

/// Who asks, as the token says.
///
/// @param subject the issuer's stable id
/// @param name what others may read
public record Person(String subject, String name) {

    /// @throws MoneyRefusal when the subject is one that only a capability has (`Account.CAPABILITY`)
    public Person {
        if (subject.startsWith(Account.CAPABILITY)) {
            throw new MoneyRefusal.NotAllowed("No person is called that.");
        }
    }
}
