package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/// The log of a room: everything that happens in it, numbered, until it is sent and kept.
///
/// An item is acknowledged when `append` completes. One script gives the number and appends, so that numbers have no
/// holes and two writers never share one. Safe for concurrent use.
@ApplicationScoped
public class RoomLog {
    static final Duration LIFETIME = Duration.ofHours(24);

    /// KEYS: log, sequence, active rooms. ARGV: item, now in ms, room, lifetime in s.
    /// The log outlives its counter only if somebody took keys away: then the log says where to go on.
    private static final String APPEND = """
            local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
            if last[1] then
              local written = tonumber(string.match(last[1][1], '^%d+'))
              if written > tonumber(redis.call('GET', KEYS[2]) or '0') then redis.call('SET', KEYS[2], written) end
            end
            local seq = redis.call('INCR', KEYS[2])
            redis.call('XADD', KEYS[1], seq .. '-0', 'i', ARGV[1])
            redis.call('EXPIRE', KEYS[1], ARGV[4])
            redis.call('ZADD', KEYS[3], ARGV[2], ARGV[3])
            return seq
            """;

    private final RedisAPI redis;

    RoomLog(RedisAPI redis) {
        this.redis = redis;
    }

    /// @return the item's number
    public Uni<Long> append(RoomId room, Item item) {
        return redis.eval(List.of(
                        APPEND,
                        "3",
                        Keys.log(room),
                        Keys.sequence(room),
                        Keys.ACTIVE_ROOMS,
                        ItemJson.kept(item).toString(),
                        Long.toString(item.at().toEpochMilli()),
                        room.toString(),
                        Long.toString(LIFETIME.toSeconds())))
                .map(Response::toLong);
    }
}
