package dev.vitrine.chat.run.store;

import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.script.ChatScripts;
import dev.vitrine.chat.socket.entity.Pulse;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.chat.store.Wakes;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
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

    private static final Script FIND_LEFT = ChatScripts.of("find-left");
    private static final Script FORGET = ChatScripts.of("forget-room");

    private final RedisStore redis;
    private final Wakes wakes;

    public LeftRooms(RedisStore redis, Wakes wakes) {
        this.redis = redis;
        this.wakes = wakes;
    }

    /// Wakes them, and forgets rooms that have been quiet for a day. May run beside runners and beside
    /// itself.
    ///
    /// @return how many were woken
    public Uni<Long> wake(Instant now) {
        return active(now).chain(rooms -> Multi.createFrom()
                .iterable(rooms)
                .onItem()
                .transformToUni(room -> wake(room, now))
                .merge(SIDE_BY_SIDE)
                .filter(woken -> woken)
                .collect()
                .with(Collectors.counting()));
    }

    /// Where something happened within a day.
    public Uni<List<RoomId>> active(Instant now) {
        return redis.ask(api -> api.zrangebyscore(List.of(
                        Keys.ACTIVE_ROOMS,
                        "-inf",
                        Long.toString(now.toEpochMilli()),
                        "LIMIT",
                        "0",
                        Integer.toString(MOST))))
                .map(LeftRooms::rooms);
    }

    private Uni<Boolean> wake(RoomId room, Instant now) {
        return redis.run(FIND_LEFT
                        .with()
                        .keys(Keys.of(room))
                        .argument("now", now.toEpochMilli())
                        .argument("silenceOnA", Pulse.silence(Lane.A).toMillis())
                        .argument("silenceOnB", Pulse.silence(Lane.B).toMillis()))
                .map(Response::toInteger)
                .chain(verdict -> switch (verdict) {
                    case 1 -> wakes.send(room).replaceWith(true);
                    case -1 -> forget(room, now).replaceWith(false);
                    default -> Uni.createFrom().item(false);
                });
    }

    /// Only one that was not woken since.
    private Uni<Void> forget(RoomId room, Instant now) {
        return redis.run(FORGET.with()
                        .key("activeRooms", Keys.ACTIVE_ROOMS)
                        .argument("room", room)
                        .argument("since", now.minus(LOOKED_AFTER).toEpochMilli()))
                .replaceWithVoid();
    }

    private static List<RoomId> rooms(Response ids) {
        var rooms = new ArrayList<RoomId>(ids.size());
        ids.forEach(id -> rooms.add(RoomId.parse(id.toString())));
        return List.copyOf(rooms);
    }
}
