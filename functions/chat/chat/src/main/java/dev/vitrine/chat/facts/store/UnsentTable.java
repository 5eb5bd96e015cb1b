package dev.vitrine.chat.facts.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.chat.store.Lasting;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What has been decided and not been told yet; and the events that were taken.
@ApplicationScoped
public class UnsentTable {
    /// Above SQS's longest retention by far less than the table would mind: 14 days.
    static final Duration EVENTS_KEPT = Duration.ofDays(15);

    /// @param item empty when a word list has changed
    public record Unsent(long id, Optional<Item> item) {}

    public Uni<Void> add(SqlClient sql, RoomId room, Item item) {
        return Lasting.done(
                sql,
                "insert into unsent (room_id, item) values ($1, $2)",
                room.value(),
                ItemJson.kept(item).toString());
    }

    public Uni<Void> addListChange(SqlClient sql, RoomId list) {
        return Lasting.done(sql, "insert into unsent (room_id) values ($1)", list.value());
    }

    /// In the order in which it was decided; held, so that nobody else tells it at the same time.
    public Uni<List<Unsent>> held(SqlClient sql, RoomId room) {
        return Lasting.all(
                sql,
                row -> new Unsent(
                        row.getLong("id"),
                        Optional.ofNullable(row.getString("item")).map(ItemJson::read)),
                "select id, item from unsent where room_id = $1 order by id for update",
                room.value());
    }

    public Uni<Void> delete(SqlClient sql, List<Unsent> told) {
        return Lasting.done(sql, "delete from unsent where id = any($1)", (Object)
                told.stream().map(Unsent::id).toArray(Long[]::new));
    }

    public Uni<List<RoomId>> rooms(SqlClient sql, int limit) {
        return Lasting.all(
                sql,
                row -> new RoomId(row.getUUID("room_id")),
                "select room_id from unsent group by room_id order by min(id) limit $1",
                limit);
    }

    /// @return false when the event was taken before
    public Uni<Boolean> take(SqlClient sql, UUID event, Instant now) {
        return Lasting.run(sql, "insert into seen_events (id, at) values ($1, $2) on conflict do nothing", event, now)
                .map(rows -> rows.rowCount() > 0);
    }

    public Uni<Void> forgetEvents(SqlClient sql, Instant now) {
        return Lasting.done(sql, "delete from seen_events where at < $1", now.minus(EVENTS_KEPT));
    }
}
