package dev.vitrine.ledger.transfers.entity;

import java.time.Instant;

/// What came of asking for a hold.
public sealed interface HoldDecision permits HoldDecision.Placed, HoldDecision.Repeated, Refused {

    record Placed(Instant expiresAt) implements HoldDecision {}

    /// The same had been placed before; it may be over by now.
    record Repeated(Instant expiresAt) implements HoldDecision {}
}
