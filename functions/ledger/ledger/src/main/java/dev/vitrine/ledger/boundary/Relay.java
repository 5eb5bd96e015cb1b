package dev.vitrine.ledger.boundary;

import dev.vitrine.platform.sql.OutboxRelay;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Called by the schedule, every minute.
public class Relay {
    private final OutboxRelay outboxRelay;

    Relay(OutboxRelay outboxRelay) {
        this.outboxRelay = outboxRelay;
    }

    @Funq("ledger-relay")
    public Uni<Void> relay() {
        return outboxRelay.sweep().replaceWithVoid();
    }
}
