package dev.vitrine.platform.hibernate;

import dev.vitrine.platform.sql.Outbox;
import dev.vitrine.platform.sql.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// Runs a change: state and events in one transaction, then the events to their queues.
@ApplicationScoped
public class Changes {
    private final Transactions transactions;
    private final Outbox outbox;
    private final OutboxRelay relay;

    Changes(Transactions transactions, Outbox outbox, OutboxRelay relay) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.relay = relay;
    }

    /// @return completes after the commit, and after the events have left or the bounded wait for them is over;
    ///     fails
    ///     when the change was rolled back
    public <T> Uni<T> run(Function<UnitOfWork, Uni<T>> change) {
        return transactions
                .run(session -> {
                    var work = new UnitOfWork(session, outbox);
                    return change.apply(work).map(result -> new Done<>(result, work.events()));
                })
                .call(done -> relay.relay(done.events()))
                .map(Done::result);
    }

    private record Done<T>(T result, List<UUID> events) {}
}
