package dev.vitrine.platform.database;

import dev.vitrine.platform.event.CloudEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// One change while it is made: the session to make it in, and the events that tell of it.
public final class UnitOfWork {
    private final Mutiny.Session session;
    private final Outbox outbox;
    private final List<UUID> events = new ArrayList<>();

    UnitOfWork(Mutiny.Session session, Outbox outbox) {
        this.session = session;
        this.outbox = outbox;
    }

    public Mutiny.Session session() {
        return session;
    }

    /// Commits with the change, leaves after it.
    public Uni<Void> publish(CloudEvent event) {
        events.add(event.id());
        return outbox.add(session, event);
    }

    List<UUID> events() {
        return List.copyOf(events);
    }
}
