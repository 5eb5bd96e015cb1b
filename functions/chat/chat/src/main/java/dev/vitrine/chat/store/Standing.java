package dev.vitrine.chat.store;

import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// What somebody is in a room, asked before they are judged.
@ApplicationScoped
public class Standing {
    /// KEYS: facts, mods. ARGV: subject.
    private static final String ASK = """
            local facts = redis.call('HMGET', KEYS[1], 'streamer', 'followersOnly')
            return {facts[1] or '', facts[2] or 'false', redis.call('SISMEMBER', KEYS[2], ARGV[1])}
            """;

    private final Hot hot;

    Standing(Hot hot) {
        this.hot = hot;
    }

    /// @param follows asked only where it matters: in a room for followers only
    public record In(String streamer, boolean appointed, boolean follows) {}

    /// @return empty when Redis holds no such room
    public Uni<Optional<In>> of(RoomId room, String subject) {
        return hot.run(ASK, List.of(Keys.facts(room), Keys.moderators(room)), List.of(subject))
                .chain(answer -> {
                    var streamer = answer.get(0).toString();
                    if (streamer.isEmpty()) {
                        return Uni.createFrom().item(Optional.<In>empty());
                    }
                    boolean appointed = answer.get(2).toInteger() == 1;
                    return follows(answer, streamer, subject)
                            .map(follows -> Optional.of(new In(streamer, appointed, follows)));
                });
    }

    /// Followers belong to a streamer, not to a room: their key lives elsewhere, so that no room's script may
    /// read it.
    private Uni<Boolean> follows(Response answer, String streamer, String subject) {
        if (!answer.get(1).toString().equals("true")) {
            return Uni.createFrom().item(false);
        }
        return Hot.inTime(hot.redis().sismember(Keys.followers(streamer), subject))
                .map(Response::toBoolean);
    }
}
