package dev.vitrine.ledger.store;

import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Events that were committed with what they tell of, and have not left yet.
@ApplicationScoped
public class Outbox {
    private final Books books;

    public Outbox(Books books) {
        this.books = books;
    }

    /// Holds up to `most` events, oldest first, leaving alone what another process holds; sends each, and
    /// forgets those that were taken. One that cannot leave does not hold up the others.
    ///
    /// @param send completes with whether every queue took it
    /// @return how many left
    public Uni<Integer> relay(int most, Duration patience, Function<CloudEvent, Uni<Boolean>> send) {
        return relay(
                patience, send, "select event from ledger.outbox order by id limit $1 for update skip locked", most);
    }

    /// The same, for these events, as far as nobody else has them.
    public Uni<Integer> relay(List<UUID> ids, Duration patience, Function<CloudEvent, Uni<Boolean>> send) {
        return relay(
                patience,
                send,
                "select event from ledger.outbox where id = any ($1) order by id for update skip locked",
                (Object) ids.toArray(UUID[]::new));
    }

    private Uni<Integer> relay(
            Duration patience, Function<CloudEvent, Uni<Boolean>> send, String held, Object... values) {
        return books.transaction(
                patience, sql -> Books.run(sql, row -> CloudEventJson.read(row.getString("event")), held, values)
                        .chain(events -> taken(events, send))
                        .call(taken -> forget(sql, taken))
                        .map(List::size));
    }

    private static Uni<List<UUID>> taken(List<CloudEvent> events, Function<CloudEvent, Uni<Boolean>> send) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event ->
                        send.apply(event).map(taken -> taken ? Optional.of(event.id()) : Optional.<UUID>empty()))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private static Uni<?> forget(SqlConnection sql, List<UUID> taken) {
        return Books.run(
                sql, row -> row, "delete from ledger.outbox where id = any($1)", (Object) taken.toArray(UUID[]::new));
    }
}
