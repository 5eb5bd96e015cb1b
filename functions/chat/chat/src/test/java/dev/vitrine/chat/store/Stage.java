package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.Colour;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Position;
import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.run.store.LeftRooms;
import dev.vitrine.chat.run.store.RoomRuns;
import dev.vitrine.chat.socket.store.RoomDoor;
import dev.vitrine.chat.socket.store.Sockets;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.store.RoomTalk;
import dev.vitrine.chat.talk.store.Speakers;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.test.TestRedis;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Rooms over a real Redis, at a time that the test sets.
public final class Stage implements InstantSource {
    public static final Instant START = Instant.parse("2026-11-25T20:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    public final List<CloudEvent> wakes = new CopyOnWriteArrayList<>();
    public final Ids ids = new Ids(this, new SecureRandom());
    public final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    public final RedisAPI redis;
    public final RedisStore store;
    public final Wakes waking;
    public final RoomLog log;
    public final RoomTalk talk;
    public final RoomDoor door;
    public final RoomRuns runs;
    public final Speakers speakers;
    public final Sockets sockets;
    public final LeftRooms left;

    private volatile Instant now = START;

    public Stage(TestRedis redis) {
        this(redis, null);
    }

    /// @param bus the wakes' way, instead of the list
    public Stage(TestRedis redis, EventBus bus) {
        this.redis = redis.api();
        store = new RedisStore(this.redis);
        waking = new Wakes(bus == null ? this::note : bus, store, ids, this);
        log = new RoomLog(store, waking);
        talk = new RoomTalk(store, waking);
        door = new RoomDoor(store, waking);
        runs = new RoomRuns(store);
        speakers = new Speakers(store);
        sockets = new Sockets(store);
        left = new LeftRooms(store, waking);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// As somebody whose token outlasts every test.
    public static RoomDoor.SignedIn signedIn(String subject) {
        return new RoomDoor.SignedIn(subject, false, START.plus(Duration.ofDays(1)));
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public static <T> T get(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    public RoomId aRoom(String... facts) {
        var room = new RoomId(ids.next());
        fact(room, "streamer", "streamer");
        fact(room, "state", "LIVE");
        fact(room, "stateAt", Long.toString(now.toEpochMilli()));
        for (int at = 0; at < facts.length; at += 2) {
            fact(room, facts[at], facts[at + 1]);
        }
        return room;
    }

    public void fact(RoomId room, String name, String value) {
        get(redis.hset(List.of(Keys.facts(room), name, value)));
    }

    public String run(RoomId room, String field) {
        var value = get(redis.hget(Keys.run(room), field));
        return value == null ? "" : value.toString();
    }

    public void ban(RoomId room, String subject) {
        get(redis.sadd(List.of(Keys.banned(room), subject)));
    }

    public void mute(RoomId room, String subject, Instant until) {
        get(redis.zadd(List.of(Keys.muted(room), Long.toString(until.toEpochMilli()), subject)));
    }

    public void appoint(RoomId room, String subject) {
        get(redis.sadd(List.of(Keys.moderators(room), subject)));
    }

    public void follow(String streamer, String subject) {
        get(redis.sadd(List.of(Keys.followers(streamer), subject)));
    }

    /// As if its runner had been killed and its lease had run out.
    public void leaseRunsOut(RoomId room) {
        get(redis.del(List.of(Keys.lease(room), Keys.awake(room))));
    }

    public boolean lookedAfter(RoomId room) {
        return get(redis.zscore(Keys.ACTIVE_ROOMS, room.toString())) != null;
    }

    public long entries(RoomId room) {
        return get(redis.xlen(Keys.log(room))).toLong();
    }

    public boolean there(RoomId room, String connection) {
        return get(redis.zscore(Keys.sockets(room), connection)) != null;
    }

    public Item.Danmaku danmaku(RoomId room, String subject, String text) {
        return danmaku(pseudonyms.of(room, subject), subject, Role.VIEWER, text);
    }

    public Item.Danmaku danmaku(Viewer viewer, String name, Role role, String text) {
        return new Item.Danmaku(
                now, new Author(viewer, name, role), new DanmakuText(text), Colour.WHITE, Position.SCROLL, now);
    }

    /// Somebody says something, and nothing but rates and sanctions is between it and the log.
    public Outcome<Long> say(RoomId room, String subject, String clientId, String text) {
        var viewer = pseudonyms.of(room, subject);
        return get(talk.say(
                        new RoomTalk.Speech(room, subject, viewer, clientId),
                        danmaku(room, subject, text),
                        false,
                        false,
                        Optional.empty(),
                        text))
                .outcome();
    }

    private Uni<Void> note(CloudEvent event) {
        wakes.add(event);
        return Uni.createFrom().voidItem();
    }
}
