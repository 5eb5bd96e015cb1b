package dev.vitrine.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// Statements by themselves, each in its time.
record PatientStatements(Database database, Duration patience) implements Statements {

    @Override
    public <T> Uni<List<T>> all(Function<Row, T> read, String statement, Object... values) {
        return database.once(patience, sql -> sql.all(read, statement, values));
    }

    @Override
    public Uni<Integer> change(String statement, Object... values) {
        return database.once(patience, sql -> sql.change(statement, values));
    }
}
