package dev.vitrine.platform.hibernate;

import dev.vitrine.platform.sql.PassingFailures;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/// The way into the database: one transaction, on a Vert.x context of its own.
///
/// Hibernate Reactive keeps its session in a Vert.x context and refuses to work on a shared one; a Lambda poll
/// loop runs on a plain thread that has none. Here each transaction gets a fresh duplicated context marked
/// safe, so that callers may come from any thread, and records of one batch share nothing.
@ApplicationScoped
public class Transactions {
    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;

    Transactions(Vertx vertx, Mutiny.SessionFactory sessions) {
        this.vertx = vertx;
        this.sessions = sessions;
    }

    /// Commits when the work completes, rolls back when it fails. Starts when subscribed; subscribing again is
    /// another transaction.
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return onOwnContext(() -> sessions.withTransaction(work));
    }

    /// Reads without a transaction.
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return onOwnContext(() -> sessions.withSession(work));
    }

    /// Waits inside a transaction for something that is not the database, and comes back to the transaction's
    /// context: clients of other systems complete on threads of their own, where the session must not be
    /// touched.
    public static <T> Uni<T> outside(Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            var here = Objects.requireNonNull(Vertx.currentContext(), "only inside a transaction");
            return call.get().emitOn(resume -> here.runOnContext(started -> resume.run()));
        });
    }

    private <T> Uni<T> onOwnContext(Supplier<Uni<T>> work) {
        Uni<T> done = Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    started -> Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
        });
        return done.onFailure().transform(Transactions::sorted);
    }

    /// A database that does not answer now is told as such, in whatever Hibernate wrapped it; what failed for another
    /// reason stays as it is.
    static Throwable sorted(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null
                && (inner instanceof PersistenceException || inner instanceof CompletionException)) {
            inner = inner.getCause();
        }
        Throwable sorted = PassingFailures.sorted(inner);
        return sorted == inner ? failure : sorted;
    }
}
