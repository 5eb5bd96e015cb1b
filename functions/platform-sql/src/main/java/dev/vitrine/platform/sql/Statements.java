package dev.vitrine.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Runs statements over the plain driver: inside a transaction, or each by itself (`Database`).
///
/// Values stand for $1, $2 ... in their order; an `Instant` may be one, an array is cast to `Object`.
public interface Statements extends PlainSql {

    /// Every row, in the order of the answer.
    <T> Uni<List<T>> all(Function<Row, T> read, String statement, Object... values);

    /// The first row, if there is one and something was read of it: a function that found nothing answers
    /// a row of null.
    default <T> Uni<Optional<T>> first(Function<Row, T> read, String statement, Object... values) {
        return all(read, statement, values)
                .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst()));
    }

    /// For a statement that always answers a row.
    ///
    /// @return fails when it did not
    default <T> Uni<T> one(Function<Row, T> read, String statement, Object... values) {
        return all(read, statement, values).map(List::getFirst);
    }

    @Override
    default Uni<Optional<String>> text(String statement, Object... values) {
        return first(row -> row.getString(0), statement, values);
    }
}
