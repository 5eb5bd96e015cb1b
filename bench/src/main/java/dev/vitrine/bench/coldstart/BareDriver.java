package dev.vitrine.bench.coldstart;

import dev.vitrine.bench.Sample;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// The query of a function through the reactive PostgreSQL driver alone: one connection, prepared once.
final class BareDriver {
    /// What Hibernate sends for a room by its id.
    static final String QUERY = "select * from rooms where id=$1";

    private static final long BOUND_SECONDS = 20;
    private static final double NANOS_PER_MILLI = 1e6;

    private BareDriver() {}

    static Sample measure(int port, String role, String password, UUID room, int rounds, int unmeasured)
            throws Exception {
        var options = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setDatabase("vitrine")
                .setUser(role)
                .setPassword(password);
        var vertx = Vertx.vertx();
        try {
            var connection = get(PgConnection.connect(vertx, options));
            var query = get(connection.prepare(QUERY)).query();
            var millis = new double[rounds];
            for (var i = -unmeasured; i < rounds; i++) {
                var from = System.nanoTime();
                var found = get(query.execute(Tuple.of(room)));
                if (found.size() != 1) {
                    throw new IllegalStateException("the room is not there");
                }
                if (i >= 0) {
                    millis[i] = (System.nanoTime() - from) / NANOS_PER_MILLI;
                }
            }
            return new Sample(millis);
        } finally {
            get(vertx.close());
        }
    }

    private static <T> T get(io.vertx.core.Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(BOUND_SECONDS, TimeUnit.SECONDS);
    }
}
