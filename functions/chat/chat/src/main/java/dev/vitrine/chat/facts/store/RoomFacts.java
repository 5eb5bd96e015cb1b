package dev.vitrine.chat.facts.store;

import dev.vitrine.chat.script.ChatScripts;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What Redis holds of a room that PostgreSQL knows better: always written as a whole, so that a second
/// time is as once and a lost one is made good by the next.
@ApplicationScoped
public class RoomFacts {
    /// Numbers that a lost Redis may have given after the history's last one.
    static final int LOST_NUMBERS = 10_000;

    private static final Script FILL = ChatScripts.of("fill-room");
    private static final Script FORGET_PERSON = ChatScripts.of("forget-person");

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
        return change(Keys.followers(streamer), subject, follows)
                .chain(() -> change(Keys.follows(subject), streamer, follows));
    }

    /// They follow nobody any more, and nobody them.
    public Uni<Void> forgetFollowing(String subject) {
        return members(Keys.follows(subject))
                .chain(followed -> each(followed, streamer -> change(Keys.followers(streamer), subject, false)))
                .chain(() -> members(Keys.followers(subject)))
                .chain(followers -> each(followers, follower -> change(Keys.follows(follower), subject, false)))
                .chain(() -> redis.ask(api -> api.del(List.of(Keys.follows(subject)))))
                .chain(() -> redis.ask(api -> api.del(List.of(Keys.followers(subject)))))
                .replaceWithVoid();
    }

    /// @return the connections of their sockets in the room
    public Uni<List<String>> forgetPerson(RoomId room, String subject) {
        return redis.run(FORGET_PERSON.with().keys(Keys.of(room)).argument("subject", subject))
                .map(RoomFacts::texts);
    }

    private Uni<List<String>> members(String set) {
        return redis.ask(api -> api.smembers(set)).map(RoomFacts::texts);
    }

    private Uni<Void> change(String set, String member, boolean in) {
        var command = List.of(set, member);
        return redis.ask(api -> in ? api.sadd(command) : api.srem(command)).replaceWithVoid();
    }

    private static List<String> texts(Response list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.toString()));
        return List.copyOf(texts);
    }

    private static Uni<Void> each(List<String> all, Function<String, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Boolean> write(RoomId room, String facts) {
        return redis.run(FILL.with().keys(Keys.of(room)).argument("room", facts).argument("lost", LOST_NUMBERS))
                .replaceWith(true);
    }
}
