package dev.vitrine.platform.database;

import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Events that have happened and may not have left yet: a table in the capability's schema.
@ApplicationScoped
class Outbox {

    /// Writes the event in the transaction of the change that it tells of.
    Uni<Void> add(Mutiny.Session session, CloudEvent event) {
        return session.createNativeQuery("insert into outbox (id, type, event, happened_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, event.id())
                .setParameter(2, event.type().value())
                .setParameter(3, CloudEventJson.write(event))
                .setParameter(4, event.time())
                .executeUpdate()
                .replaceWithVoid();
    }

    /// Claims up to `limit` events for this transaction, oldest first; what another process holds is left to it.
    Uni<List<CloudEvent>> claim(Mutiny.Session session, int limit) {
        return session.createNativeQuery(
                        "select event from outbox order by id limit ?1 for update skip locked", String.class)
                .setParameter(1, limit)
                .getResultList()
                .map(rows -> rows.stream().map(CloudEventJson::read).toList());
    }

    /// Claims these events, as far as no other process has them.
    Uni<List<CloudEvent>> claim(Mutiny.Session session, List<UUID> ids) {
        return session.createNativeQuery(
                        "select event from outbox where id in (:ids) order by id for update skip locked", String.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(rows -> rows.stream().map(CloudEventJson::read).toList());
    }

    Uni<Void> delete(Mutiny.Session session, List<CloudEvent> sent) {
        if (sent.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("delete from outbox where id in (:ids)")
                .setParameter("ids", sent.stream().map(CloudEvent::id).toList())
                .executeUpdate()
                .replaceWithVoid();
    }
}
