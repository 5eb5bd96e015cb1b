package dev.vitrine.ledger.transfers.entity;

import java.time.Instant;

/// What came of asking for a transfer.
public sealed interface TransferDecision permits TransferDecision.Posted, TransferDecision.Repeated, Refused {

    /// It moved now.
    record Posted(Instant at) implements TransferDecision {}

    /// The same had moved before, and did not move again.
    record Repeated(Instant at) implements TransferDecision {}
}
