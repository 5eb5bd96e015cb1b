package dev.vitrine.broken.topic.control;

import dev.vitrine.platform.sql.PlainSql;
import io.smallrye.mutiny.Uni;

/// A use case with a statement of its own.
public class AskStatements {
    public Uni<Integer> run(PlainSql sql) {
        return sql.change("delete from things");
    }
}
