package dev.vitrine.platform.database;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/// The way into the database: one transaction, on a Vert.x context of its own.
///
/// Hibernate Reactive keeps its session in a Vert.x context and refuses to work on a shared one; a Lambda poll loop runs
/// on a plain thread that has none. Here each transaction gets a fresh duplicated context marked safe, so that callers
/// may come from any thread, and batch records beside each other share nothing.
@ApplicationScoped
public class Transactions {
    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;

    Transactions(Vertx vertx, Mutiny.SessionFactory sessions) {
        this.vertx = vertx;
        this.sessions = sessions;
    }

    /// Commits when the work completes, rolls back when it fails. Starts when subscribed; subscribing again is another
    /// transaction.
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return onOwnContext(() -> sessions.withTransaction(work));
    }

    /// Reads without a transaction.
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return onOwnContext(() -> sessions.withSession(work));
    }

    private <T> Uni<T> onOwnContext(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(started -> Uni.createFrom()
                    .deferred(work)
                    .subscribe()
                    .with(emitter::complete, emitter::fail));
        });
    }
}
