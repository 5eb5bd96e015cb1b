package dev.vitrine.ledger.transfers.entity;

/// What came of giving up a hold.
public sealed interface ReleaseDecision permits ReleaseDecision.Released, ReleaseDecision.Repeated, Refused {

    record Released() implements ReleaseDecision {}

    /// It was released, or had expired, before.
    record Repeated() implements ReleaseDecision {}
}
