package dev.vitrine.chat.history.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.KeptItem;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// What other capabilities showed, as far as the replay shows it too.
@ApplicationScoped
public class ItemTable {

    /// Once, however often it is told.
    public Uni<Void> keep(Statements sql, RoomId room, List<KeptItem> items) {
        return sql.change(
                        """
                        insert into shown_items (room_id, seq, at, item, shown)
                        select $1, seq, at, item, shown
                        from unnest($2::bigint[], $3::timestamptz[], $4::text[], $5::boolean[])
                            as told (seq, at, item, shown)
                        on conflict (room_id, seq) do nothing
                        """,
                        room.value(),
                        items.stream().map(KeptItem::seq).toArray(Long[]::new),
                        items.stream()
                                .map(each -> each.item().at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new),
                        items.stream()
                                .map(each -> ItemJson.kept(each.item()).toString())
                                .toArray(String[]::new),
                        items.stream().map(KeptItem::shown).toArray(Boolean[]::new))
                .replaceWithVoid();
    }

    /// What the replay shows of a stretch of the show, in the order it was on air.
    public Uni<List<Numbered>> onAir(Statements sql, RoomId room, Instant from, Instant until, int limit) {
        return sql.all(
                row -> new Numbered(row.getLong("seq"), (Item.Shown) ItemJson.read(row.getString("item"))),
                """
                select seq, item from shown_items where room_id = $1 and shown and at >= $2 and at < $3
                order by at, seq limit $4
                """,
                room.value(),
                from,
                until,
                limit);
    }

    /// At most as many at once as messages. Their replays are stale then, as with messages.
    public Uni<Void> forgetBefore(Statements sql, Instant time) {
        return sql.change("""
                        with gone as (
                            delete from shown_items where ctid = any(array(
                                select ctid from shown_items where at < $1 limit $2)) returning room_id)
                        update rooms set %s where clips <> '[]'::jsonb and id in (select room_id from gone)
                        """.formatted(RoomTable.STALE), time, MessageTable.FORGOTTEN_AT_ONCE)
                .replaceWithVoid();
    }
}
