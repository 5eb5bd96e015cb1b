package dev.vitrine.chat.talk.store;

import dev.vitrine.chat.script.ChatScripts;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// What somebody is in a room, asked before they are judged.
@ApplicationScoped
public class Speakers {
    private static final Script STANDING_OF = ChatScripts.of("standing-of");

    private final RedisStore redis;

    public Speakers(RedisStore redis) {
        this.redis = redis;
    }

    /// @param follows asked only where it matters: in a room for followers only
    public record Speaker(String streamer, boolean appointed, boolean follows) {}

    /// @return empty when Redis holds no such room
    public Uni<Optional<Speaker>> of(RoomId room, String subject) {
        return redis.run(STANDING_OF.with().keys(Keys.of(room)).argument("subject", subject))
                .chain(answer -> {
                    var streamer = answer.get(0).toString();
                    if (streamer.isEmpty()) {
                        return Uni.createFrom().item(Optional.<Speaker>empty());
                    }
                    boolean appointed = answer.get(2).toInteger() == 1;
                    return follows(answer, streamer, subject)
                            .map(follows -> Optional.of(new Speaker(streamer, appointed, follows)));
                });
    }

    /// Followers belong to a streamer, not to a room: their key lives elsewhere, so that no room's script may
    /// read it.
    private Uni<Boolean> follows(Response answer, String streamer, String subject) {
        if (!answer.get(1).toString().equals("true")) {
            return Uni.createFrom().item(false);
        }
        return redis.ask(api -> api.sismember(Keys.followers(streamer), subject))
                .map(Response::toBoolean);
    }
}
