package dev.vitrine.platform.sql;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// What the tables of this module need of a transaction, whoever opened it: the driver, or a session that maps
/// objects. So their statements are written once.
public interface PlainSql {

    /// @param statement with its values as $1, $2 ...
    /// @return how many rows it changed
    Uni<Integer> change(String statement, Object... values);

    /// @return the one text of the first row
    Uni<Optional<String>> text(String statement, Object... values);
}
