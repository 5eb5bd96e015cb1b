package dev.vitrine.chat.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The capability's schema over the plain driver. Connects at its first use: a socket message needs none of it.
@ApplicationScoped
public class Lasting {
    /// Above the slowest statement, below every function's timeout.
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Instance<Pool> pool;
    private final Optional<String> url;
    private final Optional<String> user;
    private final Optional<String> password;

    Lasting(
            Instance<Pool> pool,
            @ConfigProperty(name = "vitrine.database.url") Optional<String> url,
            @ConfigProperty(name = "vitrine.database.user") Optional<String> user,
            @ConfigProperty(name = "vitrine.database.password") Optional<String> password) {
        this.pool = pool;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /// @return fails, with everything rolled back, when the work fails or takes too long
    public <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return inTime(pool().withTransaction(work));
    }

    /// Outside a transaction: for one statement.
    public <T> Uni<T> once(Function<SqlClient, Uni<T>> work) {
        return inTime(Uni.createFrom().deferred(() -> work.apply(pool())));
    }

    private Pool pool() {
        require(url, "url", "URL");
        require(user, "user", "USER");
        require(password, "password", "PASSWORD");
        return pool.get();
    }

    private static void require(Optional<String> value, String key, String variable) {
        if (value.isEmpty()) {
            throw new IllegalStateException(
                    "vitrine.database." + key + " (VITRINE_DATABASE_" + variable + ") is not set");
        }
    }

    private static <T> Uni<T> inTime(Uni<T> work) {
        return work.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new IllegalStateException("the database did not answer within " + PATIENCE));
    }

    /// @param values in the order of $1, $2 ...; instants as they are
    public static Uni<RowSet<Row>> run(SqlClient sql, String statement, Object... values) {
        var tuple = Tuple.tuple();
        for (var value : values) {
            tuple.addValue(value instanceof Instant instant ? time(instant) : value);
        }
        return sql.preparedQuery(statement).execute(tuple);
    }

    public static <T> Uni<List<T>> all(SqlClient sql, Function<Row, T> read, String statement, Object... values) {
        return run(sql, statement, values).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(read)
                .toList());
    }

    public static <T> Uni<Optional<T>> one(SqlClient sql, Function<Row, T> read, String statement, Object... values) {
        return all(sql, read, statement, values).map(rows -> rows.stream().findFirst());
    }

    public static Uni<Void> done(SqlClient sql, String statement, Object... values) {
        return run(sql, statement, values).replaceWithVoid();
    }

    public static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    public static Optional<Instant> maybeInstant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
