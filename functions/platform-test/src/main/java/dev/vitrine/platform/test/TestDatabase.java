package dev.vitrine.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A new database with the schema of a capability, made as the migrator of a deployment does: a role that owns the
/// schema and cannot log in, and the role of the functions, which has no more rights than the migrations give it.
///
/// One server for all tests of a JVM; it ends with the JVM.
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EmbeddedPostgres server = Server.ONE;
    private final String name;
    private final String schema;

    private TestDatabase(String schema) {
        this.schema = schema;
        this.name = schema + "_" + NUMBER.incrementAndGet();
    }

    /// With the migrations of `src/main/resources/db/<schema>`.
    public static TestDatabase migrated(String schema) {
        return migrated(schema, Path.of("src/main/resources/db", schema));
    }

    /// @param schema also the name of the role and, as the password, of its secret
    /// @param migrations a folder of SQL files that run in the order of their names
    public static TestDatabase migrated(String schema, Path migrations) {
        try (var files = Files.list(migrations)) {
            return with(schema, files.sorted().map(TestDatabase::text).toList());
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /// @param statements that make the schema's tables
    public static TestDatabase with(String schema, List<String> statements) {
        var database = new TestDatabase(schema);
        try {
            database.make(statements);
        } catch (SQLException broken) {
            throw new IllegalStateException("the migrations of " + schema + " failed", broken);
        }
        return database;
    }

    /// What a function is told of it.
    public Map<String, String> settings() {
        return Map.of(
                "vitrine.database.url", url(),
                "vitrine.database.user", schema,
                "vitrine.database.password", schema);
    }

    public String url() {
        return "postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    /// Name, and password, of the functions' role.
    public String role() {
        return schema;
    }

    /// As whoever owns the machine.
    public Connection asSuperuser() throws SQLException {
        return as("postgres");
    }

    /// As the functions connect.
    public Connection asRole() throws SQLException {
        return as(schema);
    }

    /// As the role that owns the schema.
    public Connection asOwner() throws SQLException {
        var connection = asSuperuser();
        run(connection, "set role " + owner());
        return connection;
    }

    /// The one row that a question, asked by the functions' role, is answered with.
    public <T> T ask(Reader<T> reader, String question, Object... values) {
        try (var connection = asRole();
                var statement = connection.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) {
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

    public static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Reads one row.
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private void make(List<String> statements) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            role(connection, owner(), "nologin");
            role(connection, schema, "login password '" + schema + "'");
            run(connection, "create database " + name);
            run(connection, "alter role " + schema + " in database " + name + " set search_path = " + schema);
        }
        try (var connection = asSuperuser()) {
            run(connection, "create schema " + schema + " authorization " + owner());
            run(connection, "grant usage on schema " + schema + " to " + schema);
            var defaults = "alter default privileges for role " + owner() + " in schema " + schema + " grant ";
            run(connection, defaults + "select, insert, update, delete on tables to " + schema);
            run(connection, defaults + "usage, select on sequences to " + schema);
            run(connection, "set role " + owner());
            for (var statement : statements) {
                run(connection, statement);
            }
        }
    }

    private static void role(Connection connection, String role, String how) throws SQLException {
        run(
                connection,
                "do $$ begin create role " + role + " " + how + "; exception when duplicate_object then null; end $$");
    }

    private Connection as(String user) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:" + url(), user, user);
        run(connection, "set search_path = " + schema);
        return connection;
    }

    private String owner() {
        return schema + "_owner";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static final class Server {
        /// Some tests drive every function of an artefact at once.
        private static final String CONNECTIONS = "150";

        private static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", CONNECTIONS)
                        .start();
            } catch (IOException broken) {
                throw new UncheckedIOException("PostgreSQL for the tests did not start", broken);
            }
        }
    }
}
