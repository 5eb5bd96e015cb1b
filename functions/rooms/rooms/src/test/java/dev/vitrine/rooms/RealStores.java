package dev.vitrine.rooms;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/// PostgreSQL with the migrations applied as the migrator does, and SQS by ElasticMQ, both on free ports.
public class RealStores implements QuarkusTestResourceLifecycleManager {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/rooms");
    private static final String SEALING_KEY = "c2VhbGluZyBrZXkgb2YgdGhlIHRlc3RzLCAzMiBieXQ=";

    private EmbeddedPostgres postgres;
    private SQSRestServer sqs;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.start();
            migrate();
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException("PostgreSQL for the tests did not start", broken);
        }
        sqs = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
        var queues = "http://127.0.0.1:" + sqs.waitUntilStarted().localAddress().getPort();
        return Map.ofEntries(
                Map.entry("vitrine.database.url", "postgresql://127.0.0.1:" + postgres.getPort() + "/postgres"),
                Map.entry("vitrine.database.user", "rooms"),
                Map.entry("vitrine.database.password", "rooms"),
                Map.entry("vitrine.public.url", "http://127.0.0.1:8080"),
                Map.entry("vitrine.sealing.key", SEALING_KEY),
                Map.entry("vitrine.event.routes", routes(queues)),
                Map.entry("quarkus.sqs.endpoint-override", queues),
                Map.entry("quarkus.sqs.aws.region", "us-east-1"),
                Map.entry("quarkus.sqs.aws.credentials.type", "static"),
                Map.entry("quarkus.sqs.aws.credentials.static-provider.access-key-id", "x"),
                Map.entry("quarkus.sqs.aws.credentials.static-provider.secret-access-key", "y"));
    }

    @Override
    public void stop() {
        if (sqs != null) {
            sqs.stopAndWait();
        }
        try {
            postgres.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    private static String routes(String queues) {
        var queue = queues + "/000000000000/rooms-facts";
        return """
            {"dev.vitrine.room.scheduled.v1":[{"queueUrl":"%1$s"}],
             "dev.vitrine.room.went-live.v1":[{"queueUrl":"%1$s"}],
             "dev.vitrine.room.ended.v1":[{"queueUrl":"%1$s"}]}""".formatted(queue);
    }

    /// As the migrator of a deployment: the schema is the role's, the tables are not.
    private void migrate() throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            run(connection, "create role rooms login password 'rooms'");
            run(connection, "create schema rooms");
            run(connection, "grant usage on schema rooms to rooms");
            run(
                    connection,
                    "alter default privileges in schema rooms"
                            + " grant select, insert, update, delete on tables to rooms");
            run(connection, "set search_path to rooms");
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
