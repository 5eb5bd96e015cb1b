package dev.vitrine.ledger;

import dev.vitrine.ledger.store.Books;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Hold;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A new database with the schema of the ledger, migrated as the migrator does: the owner's role makes, the
/// function's role asks. One server for all tests of a JVM.
public final class LedgerDatabase implements AutoCloseable {
    public static final String ROLE = "ledger";

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/ledger");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = server();

    private final String name = "books_" + NUMBER.incrementAndGet();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private LedgerDatabase(int connections) {
        try (var connection = SERVER.getPostgresDatabase().getConnection()) {
            run(connection, "create database " + name);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        migrate();
        pool = new Pool(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(PgConnectOptions.fromUri(url()).setUser(ROLE).setPassword(ROLE))
                .using(vertx)
                .build());
    }

    /// @param connections that its books use at most
    public static LedgerDatabase fresh(int connections) {
        return new LedgerDatabase(connections);
    }

    /// As functions reach it.
    public Books books() {
        return new Books(() -> pool, Optional.of(url()));
    }

    public String url() {
        return "postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name;
    }

    /// As whoever owns the machine.
    public Connection superuser() throws SQLException {
        return as("postgres");
    }

    /// As the role of the functions.
    public Connection role() throws SQLException {
        return as(ROLE);
    }

    /// As the role that owns the schema, which nobody can log in as.
    public Connection owner() throws SQLException {
        var connection = superuser();
        run(connection, "set role ledger_owner");
        return connection;
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
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        // not by Mutiny: the application that it belongs to may be gone by now
        pool.getDelegate().close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private interface Reader<T> {
        T read(ResultSet answer) throws SQLException;
    }

    private <T> T ask(Reader<T> reader, String question, Object... values) {
        try (var connection = role();
                var statement = connection.prepareStatement(question)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var answer = statement.executeQuery()) {
                answer.next();
                return reader.read(answer);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Connection as(String user) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:" + url(), user, user);
        run(connection, "set search_path = ledger");
        return connection;
    }

    private void migrate() {
        try (var connection = DriverManager.getConnection("jdbc:" + url(), "postgres", "postgres")) {
            run(connection, "create schema ledger authorization ledger_owner");
            run(connection, "grant usage on schema ledger to ledger");
            run(
                    connection,
                    "alter default privileges for role ledger_owner in schema ledger"
                            + " grant select, insert, update, delete on tables to ledger");
            run(connection, "alter role ledger in database " + name + " set search_path = ledger");
            run(connection, "set role ledger_owner");
            run(connection, "set search_path = ledger");
            try (var files = Files.list(MIGRATIONS)) {
                for (var file : files.sorted().toList()) {
                    run(connection, Files.readString(file));
                }
            }
        } catch (SQLException | IOException broken) {
            throw new IllegalStateException("the migrations failed", broken);
        }
    }

    private static EmbeddedPostgres server() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "150")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection()) {
                run(connection, "create role ledger_owner nologin");
                run(connection, "create role ledger login password 'ledger'");
            }
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
