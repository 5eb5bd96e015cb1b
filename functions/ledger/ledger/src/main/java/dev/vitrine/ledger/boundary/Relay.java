package dev.vitrine.ledger.boundary;

import dev.vitrine.ledger.control.RelayEvents;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Called by the schedule, every minute.
public class Relay {
    private final RelayEvents relayEvents;

    Relay(RelayEvents relayEvents) {
        this.relayEvents = relayEvents;
    }

    @Funq("ledger-relay")
    public Uni<Void> relay() {
        return relayEvents.run().replaceWithVoid();
    }
}
