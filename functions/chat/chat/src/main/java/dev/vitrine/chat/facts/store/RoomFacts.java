package dev.vitrine.chat.facts.store;

import dev.vitrine.chat.script.ChatScripts;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
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

    RoomFacts(RedisStore redis) {
        this.redis = redis;
    }

    /// Inside the caller's transaction, which holds the room's row from here on: who reads later writes
    /// later, so that an older reading never takes the place of a newer one.
    ///
    /// @return false when there is no such room
    public Uni<Boolean> fill(Statements sql, RoomId room, Instant now) {
        return sql.text("select room_facts($1, $2)", room.value(), now)
                .chain(found -> found.map(facts -> write(room, facts))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    public Uni<Void> platformWords(long version) {
        return redis.ask(api -> api.set(List.of(Keys.PLATFORM_WORDS_VERSION, Long.toString(version))))
                .replaceWithVoid();
    }

    public Uni<Void> follow(String streamer, String subject, boolean follows) {
        var command = List.of(Keys.followers(streamer), subject);
        return redis.ask(api -> follows ? api.sadd(command) : api.srem(command)).replaceWithVoid();
    }

    private Uni<Boolean> write(RoomId room, String facts) {
        return redis.run(FILL.with().keys(Keys.of(room)).argument("room", facts).argument("lost", LOST_NUMBERS))
                .replaceWith(true);
    }
}
