package dev.vitrine.ledger.audit.entity;

import dev.vitrine.ledger.transfers.entity.TransferId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A walk over all chains that an auditor asked for.
///
/// @param step how many steps are done; each is done once
/// @param entries looked at so far
/// @param place behind which chains go on; absent when they are checked
/// @param checked behind which transfers go on; absent before
public record Verification(
        UUID id,
        Instant startedAt,
        Optional<Instant> doneAt,
        long step,
        long entries,
        Optional<Place> place,
        Optional<TransferId> checked,
        Optional<Finding> broken) {}
