package dev.vitrine.platform.sql;

import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Events that have happened and may not have left yet: the table `outbox` in the capability's schema.
@ApplicationScoped
public class Outbox {

    /// Writes the event in the transaction of the change that it tells of. After the commit it is `OutboxRelay`'s.
    public Uni<Void> add(PlainSql transaction, CloudEvent event) {
        return transaction
                .change(
                        "insert into outbox (id, type, event, happened_at) values ($1, $2, $3, $4)",
                        event.id(),
                        event.type().value(),
                        CloudEventJson.write(event),
                        event.time())
                .replaceWithVoid();
    }

    /// Claims up to `limit` events for this transaction, oldest first; what another process holds is left to it.
    Uni<List<CloudEvent>> claim(Statements transaction, int limit) {
        return transaction.all(
                Outbox::read, "select event from outbox order by id limit $1 for update skip locked", limit);
    }

    /// Claims these events, as far as no other process has them.
    Uni<List<CloudEvent>> claim(Statements transaction, List<UUID> ids) {
        return transaction.all(
                Outbox::read,
                "select event from outbox where id = any ($1) order by id for update skip locked",
                (Object) ids.toArray(UUID[]::new));
    }

    Uni<Integer> forget(Statements transaction, List<UUID> sent) {
        return sent.isEmpty()
                ? Uni.createFrom().item(0)
                : transaction.change("delete from outbox where id = any ($1)", (Object) sent.toArray(UUID[]::new));
    }

    private static CloudEvent read(Row row) {
        return CloudEventJson.read(row.getString("event"));
    }
}
