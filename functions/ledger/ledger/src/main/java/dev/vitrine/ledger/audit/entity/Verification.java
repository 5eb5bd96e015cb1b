package dev.vitrine.ledger.audit.entity;

import dev.vitrine.ledger.transfers.entity.TransferId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A walk over all books that an auditor asked for: over chains, then transfers, then the shares of gifts.
///
/// @param step how many steps are done; each is done once
/// @param entries looked at so far
/// @param place behind which chains go on; absent when they are checked
/// @param checked behind which transfers go on; absent before and after
/// @param shares behind which gifts go on; absent before
public record Verification(
        UUID id,
        Instant startedAt,
        Optional<Instant> doneAt,
        long step,
        long entries,
        Optional<Place> place,
        Optional<TransferId> checked,
        Optional<SharePlace> shares,
        Optional<Finding> broken) {

    /// After a step that goes on with chains.
    public Verification at(Place next, long entriesSeen) {
        return after(entriesSeen, Optional.of(next), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// After a step that goes on with transfers.
    public Verification at(TransferId next, long entriesSeen) {
        return after(entriesSeen, Optional.empty(), Optional.of(next), Optional.empty(), Optional.empty());
    }

    /// After a step that goes on with shares.
    public Verification at(SharePlace next) {
        return after(0, Optional.empty(), Optional.empty(), Optional.of(next), Optional.empty());
    }

    /// After the last step.
    public Verification done(Optional<Finding> found, long entriesSeen) {
        return after(entriesSeen, Optional.empty(), Optional.empty(), Optional.empty(), found);
    }

    /// Whether no step is left.
    public boolean isOver() {
        return place.isEmpty() && checked.isEmpty() && shares.isEmpty();
    }

    private Verification after(
            long entriesSeen,
            Optional<Place> nextPlace,
            Optional<TransferId> nextTransfer,
            Optional<SharePlace> nextShare,
            Optional<Finding> found) {
        return new Verification(
                id,
                startedAt,
                Optional.empty(),
                step + 1,
                entries + entriesSeen,
                nextPlace,
                nextTransfer,
                nextShare,
                found);
    }
}
