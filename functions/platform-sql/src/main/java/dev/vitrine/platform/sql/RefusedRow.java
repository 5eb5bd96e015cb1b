package dev.vitrine.platform.sql;

import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Optional;

/// Tells a row that is refused for what is in it from every other failure: the same row is refused again,
/// whenever it is tried. Who writes many rows at once sets such a one aside, or it holds up all that
/// follow.
public final class RefusedRow {
    /// SQLSTATE classes: data exception, integrity constraint violation.
    private static final List<String> CLASSES = List.of("22", "23");

    private RefusedRow() {}

    public static boolean is(Throwable failure) {
        return state(failure).isPresent();
    }

    /// The SQLSTATE, if it is of a row.
    public static Optional<String> state(Throwable failure) {
        return failure instanceof PgException refused
                        && CLASSES.contains(refused.getSqlState().substring(0, 2))
                ? Optional.of(refused.getSqlState())
                : Optional.empty();
    }
}
