package dev.vitrine.chat.facts.store;

import dev.vitrine.chat.script.ChatScripts;
import dev.vitrine.platform.redis.Script;
import dev.vitrine.chat.entity.Policy;
import dev.vitrine.chat.entity.RoomRecord;
import dev.vitrine.chat.filter.store.WordTable;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.chat.store.Lasting;
import dev.vitrine.chat.store.RoomTable;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// What Redis holds of a room that PostgreSQL knows better: always written as a whole, so that a second
/// time is as once and a lost one is made good by the next.
@ApplicationScoped
public class RoomFacts {
    /// Numbers that a lost Redis may have given after the history's last one.
    static final int LOST_NUMBERS = 10_000;

    private static final Script FILL = ChatScripts.of("fill-room");

    private final RedisStore redis;
    private final RoomTable rooms;
    private final WordTable words;

    RoomFacts(RedisStore redis, RoomTable rooms, WordTable words) {
        this.redis = redis;
        this.rooms = rooms;
        this.words = words;
    }

    /// Inside the caller's transaction, and with the room's row held: who reads later writes later, so that an older
    /// reading never takes the place of a newer one.
    ///
    /// @return false when there is no such room
    public Uni<Boolean> fill(SqlClient sql, RoomId room, Instant now) {
        return rooms.held(sql, room)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : gather(sql, found.get(), now).chain(facts -> write(room, facts)));
    }

    public Uni<Void> platformWords(long version) {
        return redis.ask(api -> api.set(List.of(Keys.PLATFORM_WORDS_VERSION, Long.toString(version))))
                .replaceWithVoid();
    }

    public Uni<Void> follow(String streamer, String subject, boolean follows) {
        var command = List.of(Keys.followers(streamer), subject);
        return redis.ask(api -> follows ? api.sadd(command) : api.srem(command))
                .replaceWithVoid();
    }

    private Uni<Boolean> write(RoomId room, ObjectNode facts) {
        return redis.run(FILL.with().keys(Keys.of(room)).argument("room", facts).argument("lost", LOST_NUMBERS))
                .replaceWith(true);
    }

    private Uni<ObjectNode> gather(SqlClient sql, RoomRecord room, Instant now) {
        var facts = facts(room);
        return words.version(sql, room.id())
                .invoke(version -> facts.put("words", version))
                .chain(() -> subjects(sql, "select subject from moderators where room_id = $1", room.id()))
                .invoke(mods -> mods.forEach(facts.putArray("mods")::add))
                .chain(() ->
                        subjects(sql, "select subject from sanctions where room_id = $1 and kind = 'BAN'", room.id()))
                .invoke(banned -> banned.forEach(facts.putArray("banned")::add))
                .chain(() -> Lasting.all(
                        sql,
                        row -> Json.object()
                                .put("subject", row.getString("subject"))
                                .put("til", Lasting.instant(row, "until").toEpochMilli()),
                        "select subject, until from sanctions where room_id = $1 and until > $2",
                        room.id().value(),
                        now))
                .invoke(muted -> facts.putArray("muted").addAll(muted))
                .chain(() -> Lasting.run(
                        sql,
                        "select coalesce(max(seq), 0) from messages where room_id = $1",
                        room.id().value()))
                .map(rows -> facts.put("last", rows.iterator().next().getLong(0)));
    }

    private static ObjectNode facts(RoomRecord room) {
        Policy policy = room.policy();
        return Json.object()
                .put("streamer", room.streamer())
                .put("state", room.state().name())
                .put("stateAt", room.stateAt().toEpochMilli())
                .put("slowMode", policy.slowModeSeconds())
                .put("followersOnly", Boolean.toString(policy.followersOnly()))
                .put("notice", policy.notice().orElse(""));
    }

    private static Uni<List<String>> subjects(SqlClient sql, String statement, RoomId room) {
        return Lasting.all(sql, row -> row.getString("subject"), statement, room.value());
    }
}
