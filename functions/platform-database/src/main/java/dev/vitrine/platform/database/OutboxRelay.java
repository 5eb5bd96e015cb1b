package dev.vitrine.platform.database;

import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/// Moves events from the outbox to the bus. A row goes only after every subscribed queue took its event.
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final Transactions transactions;
    private final Outbox outbox;
    private final EventBus bus;
    private final OutboxConfig config;

    OutboxRelay(Transactions transactions, Outbox outbox, EventBus bus, OutboxConfig config) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.bus = bus;
        this.config = config;
    }

    /// Sends these committed events now, and waits a bounded time for it. Never fails: what does not leave
    /// stays in the outbox, and the change that it tells of has been committed all the same.
    public Uni<Void> relay(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(session -> outbox.claim(session, ids).chain(claimed -> send(session, claimed)))
                .replaceWithVoid()
                .ifNoItem()
                .after(config.relayWait())
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("events %s stay in the outbox for the sweeper: %s", ids, failure))
                .onFailure()
                .recoverWithNull();
    }

    /// Sends whatever is left, oldest first, until nothing is left or a bound is reached.
    ///
    /// @return how many left; fails when the database does
    public Uni<Integer> sweep() {
        return sweep(config.sweepRounds(), 0);
    }

    private Uni<Integer> sweep(int rounds, int sentBefore) {
        if (rounds == 0) {
            return Uni.createFrom().item(sentBefore);
        }
        return transactions
                .run(session -> outbox.claim(session, config.sweepBatch()).chain(claimed -> send(session, claimed)))
                .chain(sent -> sent == config.sweepBatch()
                        ? sweep(rounds - 1, sentBefore + sent)
                        : Uni.createFrom().item(sentBefore + sent));
    }

    /// One event that cannot leave must not hold up the others; it stays where it is.
    private Uni<Integer> send(Mutiny.Session session, List<CloudEvent> claimed) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUniAndConcatenate(this::sent)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList()
                .chain(sent -> outbox.delete(session, sent).replaceWith(sent.size()));
    }

    private Uni<Optional<CloudEvent>> sent(CloudEvent event) {
        return Transactions.outside(() -> bus.publish(event))
                .replaceWith(Optional.of(event))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("event %s of type %s stays in the outbox: %s", event.id(), event.type(), failure))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
