package dev.vitrine.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/// The capability's schema over the plain driver. Connects at its first use, or while the function starts where the
/// artefact says so (`FirstConnection`).
///
/// What the database does not do in time, or gives up because of others, fails with `DatabaseUnavailable`; what it
/// refuses fails as the driver says it.
@ApplicationScoped
public class Database {
    /// Above the slowest statement of a request, well below every function's timeout.
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Supplier<Pool> pool;

    @Inject
    Database(Provider<Pool> pool, DatabaseConfig config) {
        this.pool = () -> {
            config.require();
            return pool.get();
        };
    }

    /// @param pool that somebody else opened and closes
    public Database(Pool pool) {
        this.pool = () -> pool;
    }

    /// Each statement by itself, outside a transaction.
    public Statements statements() {
        return statements(PATIENCE);
    }

    /// @param patience for each statement
    public Statements statements(Duration patience) {
        return new PatientStatements(this, patience);
    }

    public <T> Uni<T> transaction(Function<Statements, Uni<T>> work) {
        return transaction(PATIENCE, work);
    }

    /// Commits when the work completes, rolls back when it fails. Starts when subscribed; subscribing again is
    /// another transaction.
    ///
    /// @param patience after which this fails; the server may still commit what it was told to
    public <T> Uni<T> transaction(Duration patience, Function<Statements, Uni<T>> work) {
        return inTime(patience, () -> pool.get().withTransaction(sql -> work.apply(new DriverStatements(sql))));
    }

    <T> Uni<T> once(Duration patience, Function<Statements, Uni<T>> work) {
        return inTime(patience, () -> work.apply(new DriverStatements(pool.get())));
    }

    private static <T> Uni<T> inTime(Duration patience, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .ifNoItem()
                .after(patience)
                .failWith(() -> new TimeoutException("no answer within " + patience))
                .onFailure()
                .transform(PassingFailures::sorted);
    }
}
