package dev.vitrine.platform.sql;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// Tells failures that pass by themselves from those that say something.
public final class PassingFailures {
    /// SQLSTATE classes of a server that is not there, gives way, or ends: connection, rollback, resources,
    /// object not in the needed state (lock not available), operator.
    private static final List<String> PASSING = List.of("08", "40", "53", "55", "57");

    private PassingFailures() {}

    /// @return `DatabaseUnavailable` for what passes, else the failure itself
    public static Throwable sorted(Throwable failure) {
        return switch (failure) {
            case PgException refused
            when !PASSING.contains(refused.getSqlState().substring(0, 2)) -> failure;
            case PgException passing ->
                new DatabaseUnavailable("the database gave up with " + passing.getSqlState(), failure);
            case TimeoutException slow -> new DatabaseUnavailable("the database: " + slow.getMessage(), failure);
            case IOException gone -> new DatabaseUnavailable("the database cannot be reached", failure);
            case VertxException gone -> new DatabaseUnavailable("the connection to the database ended", failure);
            // how the driver says that the connection it picked had closed meanwhile
            case NoStackTraceThrowable closed ->
                new DatabaseUnavailable("the connection to the database had ended", failure);
            default -> failure;
        };
    }
}
