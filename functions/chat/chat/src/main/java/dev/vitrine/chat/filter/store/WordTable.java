package dev.vitrine.chat.filter.store;

import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
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
    public Uni<Long> change(Statements sql, RoomId list, List<Listed> add, List<String> remove) {
        return sql.one(row -> row.getLong(0), """
                        insert into word_lists as list (room_id, version) values ($1, 1)
                        on conflict (room_id) do update set version = list.version + 1 returning version
                        """, list.value())
                .call(() -> sql.change(
                                "delete from words where room_id = $1 and word = any($2::text[])",
                                list.value(),
                                remove.toArray(String[]::new))
                        .replaceWithVoid())
                .call(() -> sql.change(
                                """
                        insert into words (room_id, word, action)
                        select $1, word, action from unnest($2::text[], $3::text[]) as listed (word, action)
                        on conflict (room_id, word) do update set action = excluded.action
                        """,
                                list.value(),
                                add.stream().map(Listed::word).toArray(String[]::new),
                                add.stream().map(word -> word.action().name()).toArray(String[]::new))
                        .replaceWithVoid());
    }

    public Uni<Integer> count(Statements sql, RoomId list) {
        return sql.one(row -> row.getInteger(0), "select count(*) from words where room_id = $1", list.value());
    }

    /// 0 for a list that was never changed.
    public Uni<Long> version(Statements sql, RoomId list) {
        return sql.first(row -> row.getLong(0), "select version from word_lists where room_id = $1", list.value())
                .map(found -> found.orElse(0L));
    }

    public Uni<List<Listed>> all(Statements sql, RoomId list) {
        return sql.all(WordTable::read, "select word, action from words where room_id = $1", list.value());
    }

    /// In alphabetical order.
    public Uni<List<Listed>> page(Statements sql, RoomId list, Optional<String> after, int limit) {
        return sql.all(WordTable::read, """
                select word, action from words where room_id = $1 and ($2::text is null or word > $2)
                order by word limit $3
                """, list.value(), after.orElse(null), limit);
    }

    private static Listed read(Row row) {
        return new Listed(row.getString("word"), Listed.Action.valueOf(row.getString("action")));
    }
}
