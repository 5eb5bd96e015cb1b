package dev.vitrine.platform.hibernate;

import dev.vitrine.platform.sql.PlainSql;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;

/// Plain statements inside a session's transaction. Hibernate calls ?1 what the driver calls $1.
record SessionSql(Mutiny.Session session) implements PlainSql {
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    @Override
    public Uni<Integer> change(String statement, Object... values) {
        var query = session.createNativeQuery(renamed(statement));
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate();
    }

    @Override
    public Uni<Optional<String>> text(String statement, Object... values) {
        var query = session.createNativeQuery(renamed(statement), String.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getResultList()
                .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst()));
    }

    private static String renamed(String statement) {
        return PLACE.matcher(statement).replaceAll("?$1");
    }
}
