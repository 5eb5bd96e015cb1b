package dev.vitrine.chat.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.entity.Policy;
import dev.vitrine.chat.entity.RoomRecord;
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
public class HotFacts {
    /// Numbers that a lost Redis may have given after the history's last one.
    static final int LOST_NUMBERS = 10_000;

    /// KEYS: facts, mods, banned, muted, seq, log. ARGV: everything as JSON, lifetime in s, lost numbers.
    /// A sequence that is lost goes on behind the history, and behind what was not kept yet.
    private static final String WRITE = """
            local room = cjson.decode(ARGV[1])
            redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
            redis.call('HSET', KEYS[1], 'streamer', room.streamer, 'state', room.state, 'stateAt', room.stateAt,
                'slowMode', room.slowMode, 'followersOnly', room.followersOnly, 'notice', room.notice,
                'words', room.words)
            for _, subject in ipairs(room.mods) do redis.call('SADD', KEYS[2], subject) end
            for _, subject in ipairs(room.banned) do redis.call('SADD', KEYS[3], subject) end
            for _, mute in ipairs(room.muted) do redis.call('ZADD', KEYS[4], mute.til, mute.subject) end
            for key = 1, 4 do redis.call('EXPIRE', KEYS[key], ARGV[2]) end
            if redis.call('EXISTS', KEYS[5]) == 0 and redis.call('EXISTS', KEYS[6]) == 0 and room.last > 0 then
              redis.call('SET', KEYS[5], room.last + tonumber(ARGV[3]), 'EX', ARGV[2])
            end
            return 1
            """;

    private final Hot hot;
    private final RoomTable rooms;
    private final WordTable words;

    HotFacts(Hot hot, RoomTable rooms, WordTable words) {
        this.hot = hot;
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
        return Hot.inTime(hot.redis().set(List.of(Keys.PLATFORM_WORDS_VERSION, Long.toString(version))))
                .replaceWithVoid();
    }

    public Uni<Void> follow(String streamer, String subject, boolean follows) {
        var command = List.of(Keys.followers(streamer), subject);
        return Hot.inTime(follows ? hot.redis().sadd(command) : hot.redis().srem(command))
                .replaceWithVoid();
    }

    private Uni<Boolean> write(RoomId room, ObjectNode facts) {
        return hot.run(
                        WRITE,
                        List.of(
                                Keys.facts(room),
                                Keys.moderators(room),
                                Keys.banned(room),
                                Keys.muted(room),
                                Keys.sequence(room),
                                Keys.log(room)),
                        List.of(facts, Lua.ROOM_LIVES.toSeconds(), LOST_NUMBERS))
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
