package dev.vitrine.ledger.control;

import dev.vitrine.ledger.store.Outbox;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Sends the events that were committed with transfers and seals: oldest first, at least once, until none
/// is left or a bound is reached. Any number of processes may do so at once.
@ApplicationScoped
public class RelayEvents {
    private static final Logger LOG = Logger.getLogger(RelayEvents.class);

    private final Outbox outbox;
    private final EventBus bus;
    private final LedgerConfig config;

    RelayEvents(Outbox outbox, EventBus bus, LedgerConfig config) {
        this.outbox = outbox;
        this.bus = bus;
        this.config = config;
    }

    /// Sends these committed events now, and waits a bounded time for it. Never fails: what does not leave
    /// stays in the outbox for the next run.
    public Uni<Void> now(List<UUID> events) {
        return outbox.relay(events, config.relayWait(), this::send)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("events %s stay in the outbox: %s", events, failure))
                .onFailure()
                .recoverWithNull();
    }

    /// Sends whatever is left.
    ///
    /// @return how many left
    public Uni<Integer> run() {
        return run(config.rounds(), 0);
    }

    private Uni<Integer> run(int rounds, int before) {
        if (rounds == 0) {
            return Uni.createFrom().item(before);
        }
        return outbox.relay(config.eventBatch(), config.relayPatience(), this::send)
                .chain(left -> left == config.eventBatch()
                        ? run(rounds - 1, before + left)
                        : Uni.createFrom().item(before + left));
    }

    private Uni<Boolean> send(CloudEvent event) {
        return bus.publish(event)
                .replaceWith(true)
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("event %s of type %s stays in the outbox: %s", event.id(), event.type(), failure))
                .onFailure()
                .recoverWithItem(false);
    }
}
