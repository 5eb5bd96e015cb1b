package dev.vitrine.platform.sql;

import dev.vitrine.platform.test.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;

/// A capability's schema with the tables that the package documentation gives, and the driver's way to it.
final class Store implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    final TestDatabase server = TestDatabase.migrated("shop", Path.of("src/test/resources/db/shop"));
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
}
