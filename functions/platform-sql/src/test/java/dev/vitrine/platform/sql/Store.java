package dev.vitrine.platform.sql;

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
import java.util.List;
import java.util.stream.Collectors;

/// A capability's schema with the tables that the package documentation gives, and the driver's way to it.
final class Store implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final String INDENTED = "///     ";

    final TestDatabase server = TestDatabase.with(
            "shop", List.of(documented(), "create table things (id int primary key, made_at timestamptz)"));
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = new Pool(PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(CONNECTIONS))
            .connectingTo(PgConnectOptions.fromUri(server.url())
                    .setUser(server.role())
                    .setPassword(server.role()))
            .using(vertx)
            .build());
    final Database database = new Database(pool);

    long rows(String table) {
        return server.ask(row -> row.getLong(1), "select count(*) from " + table);
    }

    @Override
    public void close() {
        pool.getDelegate().close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /// What is indented in the documentation is SQL.
    private static String documented() {
        try (var lines = Files.lines(Path.of("src/main/java/dev/vitrine/platform/sql/package-info.java"))) {
            return lines.filter(line -> line.startsWith(INDENTED))
                    .map(line -> line.substring(INDENTED.length()))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
