package dev.vitrine.chat.boundary;

import dev.vitrine.chat.store.RealObjects;
import dev.vitrine.chat.store.RealRedis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// PostgreSQL with the migrations applied as the migrator does, Redis, and S3's protocol: all that lasts.
public class RecordStores implements QuarkusTestResourceLifecycleManager {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/chat");
    private static final String ROLE = "chat";

    static EmbeddedPostgres postgres;
    static RealRedis redis;
    public static RealObjects objects;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.start();
            migrate();
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException("PostgreSQL for the tests did not start", broken);
        }
        redis = RealRedis.start();
        objects = RealObjects.start();
        var settings = new HashMap<>(objects.settings());
        settings.put("vitrine.database.url", "postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
        settings.put("vitrine.database.user", ROLE);
        settings.put("vitrine.database.password", ROLE);
        settings.put("vitrine.redis.url", redis.url());
        settings.put("vitrine.public.url", "http://127.0.0.1:8080");
        settings.put("vitrine.sealing.key", "c2VhbGluZyBrZXkgb2YgdGhlIHRlc3RzLCAzMiBieXQ=");
        settings.put("vitrine.event.routes", "{}");
        return settings;
    }

    @Override
    public void stop() {
        objects.close();
        redis.close();
        try {
            postgres.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    /// As the functions connect.
    public static Connection asRole() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", ROLE, ROLE);
    }

    /// As the migrator of a deployment: the schema is the role's, the tables are not.
    private static void migrate() throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            run(connection, "create role chat login password 'chat'");
            run(connection, "create schema chat");
            run(connection, "grant usage on schema chat to chat");
            run(
                    connection,
                    "alter default privileges in schema chat grant select, insert, update, delete on tables to chat");
            run(connection, "alter default privileges in schema chat grant usage, select on sequences to chat");
            run(connection, "set search_path to chat");
            try (var files = Files.list(MIGRATIONS)) {
                for (var file : files.sorted().toList()) {
                    run(connection, Files.readString(file));
                }
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
