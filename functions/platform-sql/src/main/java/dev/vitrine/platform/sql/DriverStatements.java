package dev.vitrine.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// Statements on a connection of the driver, or on its pool.
record DriverStatements(SqlClient client) implements Statements {

    @Override
    public <T> Uni<List<T>> all(Function<Row, T> read, String statement, Object... values) {
        return run(statement, values).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(read)
                .toList());
    }

    @Override
    public Uni<Integer> change(String statement, Object... values) {
        return run(statement, values).map(RowSet::rowCount);
    }

    private Uni<RowSet<Row>> run(String statement, Object... values) {
        var tuple = Tuple.tuple();
        for (var value : values) {
            tuple.addValue(value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return client.preparedQuery(statement).execute(tuple);
    }
}
