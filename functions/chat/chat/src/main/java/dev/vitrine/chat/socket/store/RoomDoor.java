package dev.vitrine.chat.socket.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Policy;
import dev.vitrine.chat.script.ChatScripts;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.chat.store.LogEntries;
import dev.vitrine.chat.store.Wakes;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    public static final int RESUMED = 2000;

    private static final Duration SOCKETS_LIVE = Duration.ofHours(24);

    private static final Script ENTER = ChatScripts.of("enter");
    private static final Script STAY = ChatScripts.of("stay");
    private static final Script GO = ChatScripts.of("go");

    private final RedisStore redis;
    private final Wakes wakes;

    public RoomDoor(RedisStore redis, Wakes wakes) {
        this.redis = redis;
        this.wakes = wakes;
    }

    /// What somebody finds who comes in.
    ///
    /// @param slot the newest slot of lane B that is there
    /// @param cursor the last number given; `items` end there
    /// @param reset whether `items` do not follow on from where the reader was
    /// @param standing what stands in the room, whomever it is for
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
            Optional<Instant> mutedUntil,
            List<Item.Shown> standing) {}

    /// @param until when the token ends: from then on nothing is brought that not everybody hears
    public record SignedIn(String subject, boolean operator, Instant until) {}

    /// @param who empty for a guest
    /// @param after the reader's cursor; empty for who is new
    /// @return empty when Redis holds no such room
    public Uni<Optional<Entered>> enter(
            RoomId room, String connection, Optional<SignedIn> who, OptionalLong after, Instant now) {
        return redis.run(ENTER.with()
                        .keys(Keys.of(room))
                        .argument("now", now.toEpochMilli())
                        .argument("connection", connection)
                        .argument("subject", who.map(SignedIn::subject).orElse(""))
                        .argument("after", after.orElse(-1))
                        .argument("recent", RECENT)
                        .argument("resumed", RESUMED)
                        .argument("socketsLive", SOCKETS_LIVE.toSeconds())
                        .argument("operator", who.filter(SignedIn::operator).isPresent())
                        .argument(
                                "signedInUntil",
                                who.map(person -> person.until().toEpochMilli()).orElse(0L)))
                .call(answer ->
                        wakes.send(room, answer.size() > 0 && answer.get(13).toInteger() == 1))
                .map(answer -> answer.size() == 0 ? Optional.empty() : Optional.of(entered(answer, now)));
    }

    /// @return how many are there
    public Uni<Integer> stay(RoomId room, String connection, Instant now) {
        return redis.run(STAY.with()
                        .keys(Keys.of(room))
                        .argument("now", now.toEpochMilli())
                        .argument("connection", connection))
                .map(Response::toInteger);
    }

    /// Twice is as once.
    public Uni<Void> go(RoomId room, String connection) {
        return redis.run(GO.with().keys(Keys.of(room)).argument("connection", connection))
                .chain(answer -> wakes.send(room, answer.toInteger() == 1));
    }

    private static Entered entered(Response answer, Instant now) {
        var notice = answer.get(3).toString();
        return new Entered(
                answer.get(0).toString(),
                Policy.kept(
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
                        .filter(now::isBefore),
                standing(answer.get(14)));
    }

    private static List<Item.Shown> standing(Response items) {
        var standing = new ArrayList<Item.Shown>();
        items.forEach(item -> standing.add((Item.Shown) ItemJson.read(item.toString())));
        return List.copyOf(standing);
    }
}
