package dev.vitrine.chat.facts.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
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

    public Uni<Void> add(Statements sql, RoomId room, Item item) {
        return sql.change(
                        "insert into unsent (room_id, item) values ($1, $2)",
                        room.value(),
                        ItemJson.kept(item).toString())
                .replaceWithVoid();
    }

    public Uni<Void> addListChange(Statements sql, RoomId list) {
        return sql.change("insert into unsent (room_id) values ($1)", list.value())
                .replaceWithVoid();
    }

    /// In the order in which it was decided; held, so that nobody else tells it at the same time.
    public Uni<List<Unsent>> held(Statements sql, RoomId room) {
        return sql.all(
                row -> new Unsent(
                        row.getLong("id"),
                        Optional.ofNullable(row.getString("item")).map(ItemJson::read)),
                "select id, item from unsent where room_id = $1 order by id for update",
                room.value());
    }

    public Uni<Void> delete(Statements sql, List<Unsent> told) {
        return sql.change("delete from unsent where id = any($1)", (Object)
                        told.stream().map(Unsent::id).toArray(Long[]::new))
                .replaceWithVoid();
    }

    public Uni<List<RoomId>> rooms(Statements sql, int limit) {
        return sql.all(
                row -> new RoomId(row.getUUID("room_id")),
                "select room_id from unsent group by room_id order by min(id) limit $1",
                limit);
    }

    /// @return false when the event was taken before
    public Uni<Boolean> take(Statements sql, UUID event, Instant now) {
        return sql.change("insert into seen_events (id, at) values ($1, $2) on conflict do nothing", event, now)
                .map(rows -> rows > 0);
    }

    public Uni<Void> forgetEvents(Statements sql, Instant now) {
        return sql.change("delete from seen_events where at < $1", now.minus(EVENTS_KEPT))
                .replaceWithVoid();
    }
}
