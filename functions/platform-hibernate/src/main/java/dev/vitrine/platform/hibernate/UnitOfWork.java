package dev.vitrine.platform.hibernate;

import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.sql.Outbox;
import dev.vitrine.platform.sql.PlainSql;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// One change while it is made: the session to make it in, and the events that tell of it.
public final class UnitOfWork implements PlainSql {
    private final Mutiny.Session session;
    private final PlainSql sql;
    private final Outbox outbox;
    private final List<UUID> events = new ArrayList<>();

    UnitOfWork(Mutiny.Session session, Outbox outbox) {
        this.session = session;
        this.sql = new SessionSql(session);
        this.outbox = outbox;
    }

    public Mutiny.Session session() {
        return session;
    }

    /// Commits with the change, leaves after it.
    public Uni<Void> publish(CloudEvent event) {
        events.add(event.id());
        return outbox.add(this, event);
    }

    @Override
    public Uni<Integer> change(String statement, Object... values) {
        return sql.change(statement, values);
    }

    @Override
    public Uni<Optional<String>> text(String statement, Object... values) {
        return sql.text(statement, values);
    }

    List<UUID> events() {
        return List.copyOf(events);
    }
}
