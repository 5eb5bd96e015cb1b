package dev.vitrine.chat.filter.store;

import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.chat.store.Lasting;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Word lists. A room's own has the room's id, the platform's the nil UUID.
@ApplicationScoped
public class WordTable {
    /// RFC 9562, 5.9.
    public static final RoomId PLATFORM = new RoomId(new UUID(0, 0));

    /// Counts the list's version up, and holds the list until the transaction ends.
    ///
    /// @return the new version
    public Uni<Long> change(SqlClient sql, RoomId list, List<Listed> add, List<String> remove) {
        return Lasting.run(sql, """
                        insert into word_lists as list (room_id, version) values ($1, 1)
                        on conflict (room_id) do update set version = list.version + 1 returning version
                        """, list.value())
                .map(rows -> rows.iterator().next().getLong(0))
                .call(() -> Lasting.done(
                        sql,
                        "delete from words where room_id = $1 and word = any($2::text[])",
                        list.value(),
                        remove.toArray(String[]::new)))
                .call(() -> Lasting.done(
                        sql,
                        """
                        insert into words (room_id, word, action)
                        select $1, word, action from unnest($2::text[], $3::text[]) as listed (word, action)
                        on conflict (room_id, word) do update set action = excluded.action
                        """,
                        list.value(),
                        add.stream().map(Listed::word).toArray(String[]::new),
                        add.stream().map(word -> word.action().name()).toArray(String[]::new)));
    }

    public Uni<Integer> count(SqlClient sql, RoomId list) {
        return Lasting.run(sql, "select count(*) from words where room_id = $1", list.value())
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /// 0 for a list that was never changed.
    public Uni<Long> version(SqlClient sql, RoomId list) {
        return Lasting.one(
                        sql, row -> row.getLong(0), "select version from word_lists where room_id = $1", list.value())
                .map(found -> found.orElse(0L));
    }

    public Uni<List<Listed>> all(SqlClient sql, RoomId list) {
        return Lasting.all(sql, WordTable::read, "select word, action from words where room_id = $1", list.value());
    }

    /// In alphabetical order.
    public Uni<List<Listed>> page(SqlClient sql, RoomId list, Optional<String> after, int limit) {
        return Lasting.all(sql, WordTable::read, """
                select word, action from words where room_id = $1 and ($2::text is null or word > $2)
                order by word limit $3
                """, list.value(), after.orElse(null), limit);
    }

    private static Listed read(Row row) {
        return new Listed(row.getString("word"), Listed.Action.valueOf(row.getString("action")));
    }
}
