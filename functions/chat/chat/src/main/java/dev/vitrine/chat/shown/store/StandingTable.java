package dev.vitrine.chat.shown.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// What stands in a room, one of each kind. `room_facts` reads it for Redis.
@ApplicationScoped
public class StandingTable {

    /// An older event than the last of its kind changes nothing, also when the last has ended it.
    ///
    /// @return whether it stands, or has ended, as the item says
    public Uni<Boolean> put(Statements sql, RoomId room, Item.Shown item) {
        return sql.change(
                        """
                        insert into standing as known (room_id, kind, at, item) values ($1, $2, $3, $4)
                        on conflict (room_id, kind) do update set at = excluded.at, item = excluded.item
                            where excluded.at >= known.at
                        """,
                        room.value(),
                        item.kind(),
                        item.at(),
                        item.ends() ? null : ItemJson.kept(item).toString())
                .map(rows -> rows > 0);
    }

    public Uni<Void> forgetBefore(Statements sql, Instant time) {
        return sql.change("delete from standing where at < $1", time).replaceWithVoid();
    }
}
