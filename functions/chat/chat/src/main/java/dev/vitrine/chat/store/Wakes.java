package dev.vitrine.chat.store;

import dev.vitrine.chat.event.RoomWoken;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
import dev.vitrine.platform.redis.RedisStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/// Calls a runner to a room that has something to tell.
///
/// A wake that cannot be sent is no failure of what happened in the room: that is in the log. The flag that a
/// wake is under way is then taken back, so that the next item tries again; what nobody follows, healing
/// finds.
@ApplicationScoped
public class Wakes {
    private static final Logger LOG = Logger.getLogger(Wakes.class);
    private static final String SOURCE = "/chat";
    /// Somebody waits for the reply to what they said meanwhile.
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final EventBus events;
    private final RedisStore redis;
    private final Ids ids;
    private final InstantSource clock;

    Wakes(EventBus events, RedisStore redis, Ids ids, InstantSource clock) {
        this.events = events;
        this.redis = redis;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param asleep what the script said that found out: false sends nothing
    public Uni<Void> send(RoomId room, boolean asleep) {
        return asleep ? send(room) : Uni.createFrom().voidItem();
    }

    /// Never fails.
    public Uni<Void> send(RoomId room) {
        return active(room)
                .chain(() -> events.publish(woken(room)))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "room %s was not woken", room);
                    return redis.ask(api -> api.del(List.of(Keys.awake(room))))
                            .replaceWithVoid()
                            .onFailure()
                            .invoke(again -> LOG.errorf(again, "the wake of room %s stays marked", room))
                            .onFailure()
                            .recoverWithNull();
                });
    }

    /// Healing looks after the rooms that are marked so.
    private Uni<Void> active(RoomId room) {
        return redis.ask(api -> api.zadd(List.of(Keys.ACTIVE_ROOMS, Long.toString(clock.millis()), room.toString())))
                .replaceWithVoid();
    }

    private CloudEvent woken(RoomId room) {
        return new CloudEvent(
                ids.next(), RoomWoken.TYPE, SOURCE, room.toString(), clock.instant(), new RoomWoken().json());
    }
}
