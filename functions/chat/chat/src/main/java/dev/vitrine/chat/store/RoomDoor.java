package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Policy;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Who is in a room: coming, staying, going. Coming in and being shown what was said is one script, so that
/// nothing falls between the two.
@ApplicationScoped
public class RoomDoor {
    /// What somebody new is shown of what was said.
    static final int RECENT = 50;
    /// The longest stretch that somebody who comes back gets in one piece: what the log keeps at least.
    static final int RESUMED = 2000;

    private static final Duration SOCKETS_LIVE = Duration.ofHours(24);

    /// KEYS: log, sequence, facts, run, sockets, mods, muted, awake, readers. ARGV: now, connection, subject or
    /// empty, cursor or -1, recent, resumed, sockets' lifetime in s.
    private static final String ENTER = Lua.LOG + Lua.WAKE + """
            local facts = redis.call('HMGET', KEYS[3], 'streamer', 'slowMode', 'followersOnly', 'notice')
            if not facts[1] then return {} end
            redis.call('ZADD', KEYS[5], ARGV[1], ARGV[2])
            redis.call('EXPIRE', KEYS[5], ARGV[7])
            local viewers = redis.call('ZCARD', KEYS[5])
            local run = redis.call('HMGET', KEYS[4], 'lane', 'slot', 'likes', 'peak')
            if viewers > tonumber(run[4] or '0') then redis.call('HSET', KEYS[4], 'peak', viewers) end
            local cursor = last(KEYS[1], KEYS[2])
            redis.call('ZADD', KEYS[9], cursor, ARGV[2])
            redis.call('EXPIRE', KEYS[9], ARGV[7])
            local after = tonumber(ARGV[4])
            local reset = 1
            local items = {}
            if after == cursor then
              reset = 0
            elseif after >= 0 and after < cursor and cursor - after <= tonumber(ARGV[6]) then
              items = redis.call('XRANGE', KEYS[1], (after + 1) .. '-0', '+')
              if items[1] and items[1][1] == (after + 1) .. '-0' then reset = 0 end
            end
            if reset == 1 then
              local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', ARGV[5])
              items = {}
              for i = #newest, 1, -1 do items[#items + 1] = newest[i] end
            end
            local appointed = 0
            local muted = '0'
            if ARGV[3] ~= '' then
              appointed = redis.call('SISMEMBER', KEYS[6], ARGV[3])
              muted = redis.call('ZSCORE', KEYS[7], ARGV[3]) or '0'
            end
            return {facts[1], facts[2] or '0', facts[3] or 'false', facts[4] or '', run[1] or 'A', run[2] or '0',
                run[3] or '0', viewers, cursor, reset, items, appointed, muted, asleep(KEYS[8])}
            """;

    /// KEYS: sockets, run, readers, log, sequence. ARGV: now, connection. A socket that was given up and
    /// lives is served from here on, sees that it missed something and joins again.
    private static final String STAY = Lua.LOG + """
            redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
            if not redis.call('ZSCORE', KEYS[3], ARGV[2]) then
              redis.call('ZADD', KEYS[3], last(KEYS[4], KEYS[5]), ARGV[2])
            end
            local viewers = redis.call('ZCARD', KEYS[1])
            if viewers > tonumber(redis.call('HGET', KEYS[2], 'peak') or '0') then
              redis.call('HSET', KEYS[2], 'peak', viewers)
            end
            return viewers
            """;

    /// KEYS: sockets, awake, readers. ARGV: connection.
    private static final String GO = Lua.WAKE + """
            redis.call('ZREM', KEYS[3], ARGV[1])
            if redis.call('ZREM', KEYS[1], ARGV[1]) == 0 then return 0 end
            return asleep(KEYS[2])
            """;

    private final Hot hot;
    private final Wakes wakes;

    RoomDoor(Hot hot, Wakes wakes) {
        this.hot = hot;
        this.wakes = wakes;
    }

    /// What somebody finds who comes in.
    ///
    /// @param slot the newest slot of lane B that is there
    /// @param cursor the last number given; `items` end there
    /// @param reset whether `items` do not follow on from where the reader was
    public record Entered(
            String streamer,
            Policy policy,
            Lane lane,
            long slot,
            long likes,
            int viewers,
            long cursor,
            boolean reset,
            List<Logged> items,
            boolean appointed,
            Optional<Instant> mutedUntil) {}

    /// @param after the reader's cursor; empty for who is new
    /// @return empty when Redis holds no such room
    public Uni<Optional<Entered>> enter(
            RoomId room, String connection, Optional<String> subject, OptionalLong after, Instant now) {
        return hot.run(
                        ENTER,
                        List.of(
                                Keys.log(room),
                                Keys.sequence(room),
                                Keys.facts(room),
                                Keys.run(room),
                                Keys.sockets(room),
                                Keys.moderators(room),
                                Keys.muted(room),
                                Keys.awake(room),
                                Keys.readers(room)),
                        List.of(
                                now.toEpochMilli(),
                                connection,
                                subject.orElse(""),
                                after.orElse(-1),
                                RECENT,
                                RESUMED,
                                SOCKETS_LIVE.toSeconds()))
                .call(answer ->
                        wakes.send(room, answer.size() > 0 && answer.get(13).toInteger() == 1))
                .map(answer -> answer.size() == 0 ? Optional.empty() : Optional.of(entered(answer, now)));
    }

    /// @return how many are there
    public Uni<Integer> stay(RoomId room, String connection, Instant now) {
        return hot.run(
                        STAY,
                        List.of(
                                Keys.sockets(room),
                                Keys.run(room),
                                Keys.readers(room),
                                Keys.log(room),
                                Keys.sequence(room)),
                        List.of(now.toEpochMilli(), connection))
                .map(Response::toInteger);
    }

    /// Twice is as once.
    public Uni<Void> go(RoomId room, String connection) {
        return hot.run(GO, List.of(Keys.sockets(room), Keys.awake(room), Keys.readers(room)), List.of(connection))
                .chain(answer -> wakes.send(room, answer.toInteger() == 1));
    }

    private static Entered entered(Response answer, Instant now) {
        var notice = answer.get(3).toString();
        return new Entered(
                answer.get(0).toString(),
                new Policy(
                        answer.get(1).toInteger(),
                        answer.get(2).toString().equals("true"),
                        notice.isEmpty() ? Optional.empty() : Optional.of(notice)),
                Lane.valueOf(answer.get(4).toString()),
                answer.get(5).toLong(),
                answer.get(6).toLong(),
                answer.get(7).toInteger(),
                answer.get(8).toLong(),
                answer.get(9).toInteger() == 1,
                LogEntries.read(answer.get(10)),
                answer.get(11).toInteger() == 1,
                Optional.of(Instant.ofEpochMilli(
                                (long) Double.parseDouble(answer.get(12).toString())))
                        .filter(now::isBefore));
    }
}
