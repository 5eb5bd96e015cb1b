package dev.vitrine.ledger;

import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Hold;
import dev.vitrine.platform.sql.Database;
import dev.vitrine.platform.test.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// A new database with the schema of the ledger, and a pool as the functions have one.
public final class LedgerDatabase implements AutoCloseable {
    public static final String ROLE = "ledger";

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/ledger");

    private final TestDatabase database;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private LedgerDatabase(TestDatabase database, int connections) {
        this.database = database;
        pool = new Pool(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(
                        PgConnectOptions.fromUri(database.url()).setUser(ROLE).setPassword(ROLE))
                .using(vertx)
                .build());
    }

    /// @param connections that are used at most
    public static LedgerDatabase fresh(int connections) {
        return new LedgerDatabase(TestDatabase.migrated(ROLE), connections);
    }

    /// As it was before a migration.
    ///
    /// @param migration the beginning of its file's name: `V014`
    public static LedgerDatabase before(String migration, int connections) {
        var earlier = migrations().stream()
                .filter(file -> file.getFileName().toString().compareTo(migration) < 0)
                .map(LedgerDatabase::text)
                .toList();
        return new LedgerDatabase(TestDatabase.with(ROLE, earlier), connections);
    }

    /// Runs the migrations from this one on, over what is there.
    public void migrateFrom(String migration) throws SQLException {
        try (var owner = owner()) {
            for (var file : migrations()) {
                if (file.getFileName().toString().compareTo(migration) >= 0) {
                    run(owner, text(file));
                }
            }
        }
    }

    /// As functions reach it.
    public Database books() {
        return new Database(pool);
    }

    /// What a function is told of it.
    public Map<String, String> settings() {
        return database.settings();
    }

    public String url() {
        return database.url();
    }

    /// As whoever owns the machine.
    public Connection superuser() throws SQLException {
        return database.asSuperuser();
    }

    /// As the role of the functions.
    public Connection role() throws SQLException {
        return database.asRole();
    }

    /// As the role that owns the schema, which nobody can log in as.
    public Connection owner() throws SQLException {
        return database.asOwner();
    }

    public <T> T ask(TestDatabase.Reader<T> reader, String question, Object... values) {
        return database.ask(reader, question, values);
    }

    /// What the account's entries add up to.
    public long replayed(AccountId account) {
        return ask(
                answer -> answer.getLong(1), "select sum(amount) from entries where account_id = ?", account.value());
    }

    /// What of an account came in before the cut and is still there.
    public long matured(AccountId account, Instant cut) {
        return ask(answer -> answer.getLong(1), "select matured(?, ?)", account.value(), cut.atOffset(ZoneOffset.UTC));
    }

    /// Callers that had to be ended because they waited for each other, so far.
    public long deadlocks() {
        return ask(
                answer -> answer.getLong(1),
                "select deadlocks from pg_stat_database where datname = current_database()");
    }

    /// By the clock that dates entries.
    public Instant now() {
        return ask(answer -> answer.getObject(1, OffsetDateTime.class).toInstant(), "select clock_timestamp()");
    }

    /// Until the database's clock says that the hold is over.
    public void awaitExpiry(Hold hold) {
        var deadline = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < deadline) {
            if (ask(
                    answer -> answer.getBoolean(1),
                    "select expires_at <= clock_timestamp() from holds where id = ?",
                    hold.id().value())) {
                return;
            }
        }
        throw new AssertionError("the hold did not end");
    }

    public static void run(Connection connection, String sql) throws SQLException {
        TestDatabase.run(connection, sql);
    }

    @Override
    public void close() {
        // not by Mutiny: the application that it belongs to may be gone by now
        pool.getDelegate().close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static List<Path> migrations() {
        try (var files = Files.list(MIGRATIONS)) {
            return files.sorted().toList();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
