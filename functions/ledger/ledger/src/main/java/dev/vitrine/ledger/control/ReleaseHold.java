package dev.vitrine.ledger.control;

import dev.vitrine.ledger.entity.HoldId;
import dev.vitrine.ledger.entity.ReleaseDecision;
import dev.vitrine.ledger.store.Holds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Gives up a hold: what it set aside can be spent again.
@ApplicationScoped
public class ReleaseHold {
    private final Holds holds;

    public ReleaseHold(Holds holds) {
        this.holds = holds;
    }

    public Uni<ReleaseDecision> run(HoldId hold) {
        return holds.release(hold);
    }
}
