package dev.vitrine.ledger.transfers.boundary;

import dev.vitrine.ledger.transfers.control.ExpireHolds;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Called by the schedule, every minute.
public class Expire {
    private final ExpireHolds expireHolds;

    Expire(ExpireHolds expireHolds) {
        this.expireHolds = expireHolds;
    }

    @Funq("ledger-expire-holds")
    public Uni<Void> expire() {
        return expireHolds.run().replaceWithVoid();
    }
}
