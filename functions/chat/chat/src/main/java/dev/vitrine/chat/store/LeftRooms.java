package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Pulse;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Rooms that nobody runs though there is something to do: their runner died, or their wake was lost.
@ApplicationScoped
public class LeftRooms {
    /// A room is looked after so long after it was last woken.
    static final Duration LOOKED_AFTER = Duration.ofHours(24);
    /// How many rooms one look takes at most.
    static final int MOST = 10_000;
    /// Rooms looked at side by side.
    private static final int SIDE_BY_SIDE = 8;

    /// Takes silent sockets out, as a runner does. KEYS: lease, awake, log, sequence, run, sockets,
    /// readers. ARGV: now, silence on A, on B in ms. Returns 1 when a wake is to be sent, -1 when the room
    /// is empty and done, else 0.
    private static final String LOOK = Lua.LOG + Lua.WAKE + Lua.PRUNE + """
            if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
            local run = redis.call('HMGET', KEYS[5], 'lane', 'sent', 'kept', 'likes', 'likesTold', 'viewersTold',
                'laneAt', 'slotUntil')
            local function number(at) return tonumber(run[at] or '0') end
            local silence = run[1] == 'B' and ARGV[3] or ARGV[2]
            prune(KEYS[6], KEYS[7], tonumber(ARGV[1]) - tonumber(silence))
            local viewers = redis.call('ZCARD', KEYS[6])
            local newest = last(KEYS[3], KEYS[4])
            if run[1] == 'B' or number(2) < newest or number(3) < newest or number(5) < number(4)
                or number(6) ~= viewers or number(8) < number(7) then
              return asleep(KEYS[2])
            end
            return viewers == 0 and -1 or 0
            """;

    private final Hot hot;
    private final Wakes wakes;

    LeftRooms(Hot hot, Wakes wakes) {
        this.hot = hot;
        this.wakes = wakes;
    }

    /// Wakes them, and forgets rooms that have been quiet for a day. May run beside runners and beside
    /// itself.
    ///
    /// @return how many were woken
    public Uni<Long> wake(Instant now) {
        return Hot.inTime(hot.redis()
                        .zrangebyscore(List.of(
                                Keys.ACTIVE_ROOMS,
                                "-inf",
                                Long.toString(now.toEpochMilli()),
                                "LIMIT",
                                "0",
                                Integer.toString(MOST))))
                .map(LeftRooms::rooms)
                .chain(rooms -> Multi.createFrom()
                        .iterable(rooms)
                        .onItem()
                        .transformToUni(room -> wake(room, now))
                        .merge(SIDE_BY_SIDE)
                        .filter(woken -> woken)
                        .collect()
                        .with(Collectors.counting()));
    }

    private Uni<Boolean> wake(RoomId room, Instant now) {
        return hot.run(
                        LOOK,
                        List.of(
                                Keys.lease(room),
                                Keys.awake(room),
                                Keys.log(room),
                                Keys.sequence(room),
                                Keys.run(room),
                                Keys.sockets(room),
                                Keys.readers(room)),
                        List.of(
                                now.toEpochMilli(),
                                Pulse.silence(Lane.A).toMillis(),
                                Pulse.silence(Lane.B).toMillis()))
                .map(Response::toInteger)
                .chain(verdict -> switch (verdict) {
                    case 1 -> wakes.send(room).replaceWith(true);
                    case -1 -> forget(room, now).replaceWith(false);
                    default -> Uni.createFrom().item(false);
                });
    }

    /// Only one that was not woken since.
    private Uni<Void> forget(RoomId room, Instant now) {
        return hot.run(
                        """
                        if tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or ARGV[2]) < tonumber(ARGV[2]) then
                          redis.call('ZREM', KEYS[1], ARGV[1])
                        end
                        """,
                        List.of(Keys.ACTIVE_ROOMS),
                        List.of(room, now.minus(LOOKED_AFTER).toEpochMilli()))
                .replaceWithVoid();
    }

    private static List<RoomId> rooms(Response ids) {
        var rooms = new ArrayList<RoomId>(ids.size());
        ids.forEach(id -> rooms.add(RoomId.parse(id.toString())));
        return List.copyOf(rooms);
    }
}
