package dev.vitrine.ledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The capability's schema. Connects at its first use.
@ApplicationScoped
public class Books {
    /// For a transfer, well below every function's timeout.
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    /// SQLSTATE classes of a server that is not there, gives way, or ends: connection, rollback, resources,
    /// operator.
    private static final List<String> PASSING = List.of("08", "40", "53", "55", "57");

    private final Provider<Pool> pool;
    private final Optional<String> url;

    public Books(Provider<Pool> pool, @ConfigProperty(name = "vitrine.database.url") Optional<String> url) {
        this.pool = pool;
        this.url = url;
    }

    /// One statement by itself.
    public <T> Uni<List<T>> ask(Function<Row, T> read, String statement, Object... values) {
        return ask(PATIENCE, read, statement, values);
    }

    public <T> Uni<List<T>> ask(Duration patience, Function<Row, T> read, String statement, Object... values) {
        return inTime(patience, Uni.createFrom().deferred(() -> run(pool(), read, statement, values)));
    }

    /// The same, for exactly one row.
    public <T> Uni<T> one(Function<Row, T> read, String statement, Object... values) {
        return ask(read, statement, values).map(List::getFirst);
    }

    /// Commits when the work completes, rolls back when it fails or takes longer than `patience`.
    public <T> Uni<T> transaction(Duration patience, Function<SqlConnection, Uni<T>> work) {
        return inTime(patience, Uni.createFrom().deferred(() -> pool().withTransaction(work)));
    }

    public static <T> Uni<List<T>> run(SqlClient sql, Function<Row, T> read, String statement, Object... values) {
        var tuple = Tuple.tuple();
        for (var value : values) {
            tuple.addValue(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return sql.preparedQuery(statement).execute(tuple).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(read)
                .toList());
    }

    public static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private Pool pool() {
        if (url.isEmpty()) {
            throw new IllegalStateException("vitrine.database.url (VITRINE_DATABASE_URL) is not set");
        }
        return pool.get();
    }

    private static <T> Uni<T> inTime(Duration patience, Uni<T> work) {
        return work.ifNoItem()
                .after(patience)
                .failWith(() -> new TimeoutException("no answer within " + patience))
                .onFailure()
                .transform(Books::told);
    }

    private static Throwable told(Throwable failure) {
        return switch (failure) {
            case PgException refused
            when !PASSING.contains(refused.getSqlState().substring(0, 2)) -> failure;
            case PgException passing ->
                new LedgerUnavailable("the database gave up with " + passing.getSqlState(), failure);
            case TimeoutException slow -> new LedgerUnavailable("the database: " + slow.getMessage(), failure);
            case IOException gone -> new LedgerUnavailable("the database cannot be reached", failure);
            case VertxException gone -> new LedgerUnavailable("the connection to the database ended", failure);
            // how the driver says that the connection it picked had closed meanwhile
            case NoStackTraceThrowable closed ->
                new LedgerUnavailable("the connection to the database had ended", failure);
            default -> failure;
        };
    }
}
