package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.control.SealBooks;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Called by the schedule, every hour.
public class Seal {
    private final SealBooks sealBooks;

    Seal(SealBooks sealBooks) {
        this.sealBooks = sealBooks;
    }

    @Funq("ledger-seal")
    public Uni<Void> seal() {
        return sealBooks.run().replaceWithVoid();
    }
}
