package dev.vitrine.chat.history.store;

import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// What other capabilities showed and names a person, wherever it is kept: for the replay, as what
/// stands, set aside, or not told yet. Acts are no such items.
@ApplicationScoped
public class NamedItems {
    private static final String THEIRS = """
            room_id = gone.room and item like '%"viewer":"' || gone.viewer || '"%' and item not like '{"kind":"moderation"%'
            """;
    private static final String GONE = "unnest($1::uuid[], $2::text[]) as gone (room, viewer)";

    /// Rooms that keep such items, of whoever.
    public Uni<List<RoomId>> rooms(Statements sql) {
        return sql.all(row -> new RoomId(row.getUUID("room_id")), """
                select room_id from shown_items union select room_id from standing where item is not null
                union select room_id from unsent where item is not null
                union select room_id from set_aside where subject is null
                """);
    }

    public Uni<Void> erase(Statements sql, List<RoomId> rooms, Function<RoomId, Viewer> name) {
        var ids = rooms.stream().map(RoomId::value).toArray(UUID[]::new);
        var viewers = rooms.stream().map(room -> name.apply(room).value()).toArray(String[]::new);
        return sql.change("delete from shown_items using " + GONE + " where " + THEIRS, ids, viewers)
                .chain(() ->
                        sql.change("update standing set item = null from " + GONE + " where " + THEIRS, ids, viewers))
                .chain(() -> sql.change("delete from set_aside using " + GONE + """
                         where room_id = gone.room and subject is null
                            and position(convert_to('"viewer":"' || gone.viewer || '"', 'UTF8') in item) > 0
                        """, ids, viewers))
                .chain(() -> sql.change("delete from unsent using " + GONE + " where " + THEIRS, ids, viewers))
                .replaceWithVoid();
    }
}
