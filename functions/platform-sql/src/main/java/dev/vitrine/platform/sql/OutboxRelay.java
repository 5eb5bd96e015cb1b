package dev.vitrine.platform.sql;

import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Moves events from the outbox to the bus. A row goes only after every subscribed queue took its event. Any number
/// of processes may do so at once.
///
/// It works on connections of the driver in every capability: a session that maps objects has nothing to map here.
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final Database database;
    private final Outbox outbox;
    private final EventBus bus;
    private final OutboxConfig config;

    OutboxRelay(Database database, Outbox outbox, EventBus bus, OutboxConfig config) {
        this.database = database;
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
        return send(config.relayWait(), sql -> outbox.claim(sql, ids))
                .replaceWithVoid()
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
        return send(config.sweepPatience(), sql -> outbox.claim(sql, config.sweepBatch()))
                .chain(sent -> sent == config.sweepBatch()
                        ? sweep(rounds - 1, sentBefore + sent)
                        : Uni.createFrom().item(sentBefore + sent));
    }

    private Uni<Integer> send(Duration patience, Function<Statements, Uni<List<CloudEvent>>> claim) {
        return database.transaction(
                patience, sql -> claim.apply(sql).chain(this::sent).chain(sent -> outbox.forget(sql, sent)
                        .replaceWith(sent.size())));
    }

    /// One event that cannot leave must not hold up the others; it stays where it is.
    private Uni<List<UUID>> sent(List<CloudEvent> claimed) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUniAndConcatenate(this::sent)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Optional<UUID>> sent(CloudEvent event) {
        return bus.publish(event)
                .replaceWith(Optional.of(event.id()))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("event %s of type %s stays in the outbox: %s", event.id(), event.type(), failure))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
