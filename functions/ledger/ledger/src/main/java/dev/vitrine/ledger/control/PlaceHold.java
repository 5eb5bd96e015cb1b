package dev.vitrine.ledger.control;

import dev.vitrine.ledger.entity.Hold;
import dev.vitrine.ledger.entity.HoldDecision;
import dev.vitrine.ledger.store.Holds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Sets an amount aside, once.
@ApplicationScoped
public class PlaceHold {
    private final Holds holds;

    public PlaceHold(Holds holds) {
        this.holds = holds;
    }

    public Uni<HoldDecision> run(Hold hold) {
        return holds.place(hold);
    }
}
