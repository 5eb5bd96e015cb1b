package dev.vitrine.chat.run.store;

import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Removal;
import dev.vitrine.chat.run.entity.RunState;
import dev.vitrine.chat.script.ChatScripts;
import dev.vitrine.chat.socket.entity.Pulse;
import dev.vitrine.chat.socket.store.RoomDoor;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.chat.store.LogEntries;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who runs a room, and how far they came.
///
/// Everything that writes names the lease and does nothing for who has lost it: then it answers so, and the
/// runner stops. Everything may be done twice.
@ApplicationScoped
public class RoomRuns {
    /// A runner that is not heard of for so long is dead.
    public static final Duration LEASE = Duration.ofSeconds(5);
    /// How many entries of the log one turn reads.
    public static final int READ = 1000;
    /// How many that not everybody hears.
    private static final int READ_APART = 100;
    /// How many acts that take something back.
    private static final int READ_REMOVED = 100;
    /// The most sockets that are served by posts at once: those of a crowd that hears it goes to lane B.
    static final int SOCKETS = 50_000;
    /// Stands for the number of the item that is told, in the progress that it means.
    public static final String ITS_NUMBER = "$";
    /// What the log keeps at least, for who comes back.
    static final int STAYS = RoomDoor.RESUMED;
    /// After a change to lane A, sockets that pinged as on lane B are not yet silent; and those that have
    /// not joined again are still reading segments, and get nothing that they would take for a gap.
    private static final Duration SETTLING = Pulse.silence(Lane.A);

    private static final Script LOOK = ChatScripts.of("look");
    private static final Script TELL = ChatScripts.of("tell");
    private static final Script CLAIM = ChatScripts.of("claim");
    private static final Script WROTE = ChatScripts.of("wrote");
    private static final Script UNKEPT = ChatScripts.of("unkept");
    private static final Script KEPT = ChatScripts.of("kept");
    private static final Script SLEEP = ChatScripts.of("sleep");
    private static final Script HEARERS = ChatScripts.of("hearers");
    private static final Script DELIVERED = ChatScripts.of("delivered");
    private static final Script HAND_OVER = ChatScripts.of("hand-over");
    private static final Script CLEANED = ChatScripts.of("cleaned");
    private static final Script STORED = ChatScripts.of("stored");

    private final RedisStore redis;

    public RoomRuns(RedisStore redis) {
        this.redis = redis;
    }

    /// What a runner finds at a turn.
    ///
    /// @param readers who is served by posts now, with the number up to which they were shown everything when they
    ///     joined
    /// @param items of the log above what it has read, at most a thousand
    /// @param apart those not brought yet that not everybody hears
    /// @param removals those that have not been taken out of the segments yet
    public record Seen(
            RunState state,
            Map<String, Long> readers,
            List<Logged> items,
            List<Logged> apart,
            List<Removal> removals) {}

    /// What lane B has of a room.
    ///
    /// @param slots whose segments there are or may be, oldest first
    /// @param removals what was taken back, oldest first
    public record Stored(List<RunState.Slot> slots, List<Removal> removals) {}

    /// What the history has yet to take.
    ///
    /// @param hidden numbers that were sampled away
    public record Unkept(List<Logged> items, Set<Long> hidden) {}

    /// @return whether the room is now run under this token
    public Uni<Boolean> take(RoomId room, String token) {
        return redis.ask(api -> api.set(List.of(Keys.lease(room), token, "NX", "PX", Long.toString(LEASE.toMillis()))))
                .map(taken -> taken != null);
    }

    /// Renews the lease as well.
    ///
    /// @param read up to where the runner knows the log
    /// @param sent up to where all sockets have everything; what is kept never goes back
    /// @return empty when the lease is lost
    public Uni<Optional<Seen>> look(RoomId room, String token, Instant now, long read, long sent) {
        return redis.run(LOOK.with()
                        .keys(Keys.of(room))
                        .argument("token", token)
                        .argument("now", now.toEpochMilli())
                        .argument("leaseLasts", LEASE.toMillis())
                        .argument("read", read + "-0")
                        .argument("sent", sent)
                        .argument("most", READ)
                        .argument("mostPrivate", READ_APART)
                        .argument("mostRemoved", READ_REMOVED)
                        .argument("silenceOnA", Pulse.silence(Lane.A).toMillis())
                        .argument("silenceOnB", Pulse.silence(Lane.B).toMillis())
                        .argument("settling", SETTLING.toMillis())
                        .argument("mostSockets", SOCKETS))
                .map(answer -> Optional.ofNullable(answer).map(RoomRuns::seen));
    }

    /// Adds an item of the runner's own to the sequence, with the progress that it means.
    ///
    /// @param progress fields of the run; a value of `$` stands for the item's number
    /// @return false when the lease is lost
    public Uni<Boolean> tell(RoomId room, String token, Item item, Map<String, ?> progress) {
        var fields = new ArrayList<Object>();
        progress.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return redis.run(TELL.with()
                        .keys(Keys.of(room))
                        .argument("token", token)
                        .argument("item", ItemJson.kept(item))
                        .rest(fields))
                .map(answer -> answer != null);
    }

    /// Fixes what a slot holds before it is written, so that who writes it again writes the same.
    ///
    /// @param hidden numbers that were sampled away
    /// @return false when it is not the next slot, or the lease is lost
    public Uni<Boolean> claim(RoomId room, String token, RunState.Slot slot, Set<Long> hidden) {
        return yes(redis.run(CLAIM.with()
                .keys(Keys.of(room))
                .argument("token", token)
                .argument("slotBefore", slot.number() - 1)
                .argument("slot", text(slot))
                .rest(hidden)));
    }

    /// @return false when it was not claimed, or the lease is lost
    public Uni<Boolean> wrote(RoomId room, String token, RunState.Slot slot) {
        return yes(redis.run(WROTE.with()
                .keys(Keys.of(room))
                .argument("token", token)
                .argument("claimed", text(slot))
                .argument("slot", slot.number())
                .argument("slotUntil", slot.until())));
    }

    public Uni<Stored> stored(RoomId room) {
        return redis.run(STORED.with().keys(Keys.of(room)))
                .map(answer -> new Stored(slots(answer.get(0)), removals(answer.get(1))));
    }

    /// Says that what acts up to here took back is in no segment any more.
    ///
    /// @return false when the lease is lost
    public Uni<Boolean> cleaned(RoomId room, String token, long upTo) {
        return yes(redis.run(
                CLEANED.with().keys(Keys.of(room)).argument("token", token).argument("upTo", upTo)));
    }

    /// Segments that are older than readers may need them. Needs no lease: old is old.
    ///
    /// @param before the first slot that stays
    public Uni<List<RunState.Slot>> outdated(RoomId room, long before) {
        return redis.ask(api -> api.zrangebyscore(List.of(Keys.segments(room), "-inf", "(" + before)))
                .map(RoomRuns::slots);
    }

    /// Their objects are gone.
    public Uni<Void> forgetSegments(RoomId room, long before) {
        return redis.ask(api -> api.zremrangebyscore(Keys.segments(room), "-inf", "(" + before))
                .replaceWithVoid();
    }

    public Uni<Unkept> unkept(RoomId room, long after, long until) {
        return redis.run(UNKEPT.with()
                        .keys(Keys.of(room))
                        .argument("after", after)
                        .argument("upTo", until)
                        .argument("most", READ))
                .map(answer -> new Unkept(LogEntries.read(answer.get(0)), numbers(answer.get(1))));
    }

    /// Says that the history has everything up to here, and trims the log by what nobody needs.
    ///
    /// @return false when the lease is lost
    public Uni<Boolean> kept(RoomId room, String token, long until) {
        return yes(redis.run(KEPT.with()
                .keys(Keys.of(room))
                .argument("token", token)
                .argument("upTo", until)
                .argument("stays", STAYS)));
    }

    /// Gives the lease back, unless something happened since `state` was seen.
    ///
    /// @return false when there is something to do; empty when the lease is lost
    public Uni<Optional<Boolean>> sleep(RoomId room, String token, RunState state) {
        return redis.run(SLEEP.with()
                        .keys(Keys.of(room))
                        .argument("token", token)
                        .argument("seen", state.last())
                        .argument("likes", state.likes())
                        .argument("viewers", state.viewers()))
                .map(answer -> Optional.ofNullable(answer).map(slept -> slept.toInteger() == 1));
    }

    /// Gives the lease back to whoever is called next.
    ///
    /// @return false when it is lost
    public Uni<Boolean> handOver(RoomId room, String token, long sent) {
        return yes(redis.run(
                HAND_OVER.with().keys(Keys.of(room)).argument("token", token).argument("sent", sent)));
    }

    /// The sockets that are to get an item which not everybody hears.
    public Uni<Set<String>> hearers(RoomId room, Hearers to, Instant now) {
        return redis.run(HEARERS.with()
                        .keys(Keys.of(room))
                        .argument("now", now.toEpochMilli())
                        .argument("subject", to instanceof Hearers.One(var subject) ? subject : ""))
                .map(answer -> {
                    var connections = new HashSet<String>();
                    answer.forEach(connection -> connections.add(connection.toString()));
                    return Set.copyOf(connections);
                });
    }

    /// Everybody whom an item is for has it, or is gone.
    ///
    /// @return false when the lease is lost
    public Uni<Boolean> delivered(RoomId room, String token, long number) {
        return yes(redis.run(
                DELIVERED.with().keys(Keys.of(room)).argument("token", token).argument("number", number)));
    }

    /// Forgets sockets that are gone for good. Needs no lease: gone is gone.
    public Uni<Void> forget(RoomId room, String connection) {
        return Uni.combine()
                .all()
                .unis(
                        redis.ask(api -> api.zrem(List.of(Keys.sockets(room), connection))),
                        redis.ask(api -> api.zrem(List.of(Keys.readers(room), connection))),
                        redis.ask(api -> api.del(List.of(Keys.socket(connection)))))
                .discardItems();
    }

    private static Uni<Boolean> yes(Uni<Response> answer) {
        return answer.map(response -> response != null && response.toInteger() == 1);
    }

    private static Seen seen(Response answer) {
        return new Seen(
                state(answer.get(0), answer.get(1).toLong(), answer.get(2).toInteger()),
                readers(answer.get(3)),
                LogEntries.read(answer.get(4)),
                LogEntries.read(answer.get(5)),
                removals(answer.get(6)));
    }

    private static RunState state(Response run, long last, int viewers) {
        return new RunState(
                run.get(0).toString().isEmpty()
                        ? Lane.A
                        : Lane.valueOf(run.get(0).toString()),
                number(run, 1),
                Instant.ofEpochMilli(number(run, 2)),
                number(run, 3),
                number(run, 4),
                number(run, 5),
                number(run, 6),
                slot(run.get(7).toString()),
                number(run, 8),
                number(run, 9),
                Instant.ofEpochMilli(number(run, 10)),
                (int) number(run, 11),
                (int) number(run, 12),
                Instant.ofEpochMilli(number(run, 13)),
                last,
                viewers);
    }

    private static long number(Response run, int at) {
        var text = run.get(at).toString();
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private static String text(RunState.Slot slot) {
        return slot.number() + " " + slot.after() + " " + slot.until() + " " + slot.viewers() + " " + slot.likes();
    }

    private static Optional<RunState.Slot> slot(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var numbers = text.split(" ");
        return Optional.of(new RunState.Slot(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Integer.parseInt(numbers[3]),
                Long.parseLong(numbers[4])));
    }

    private static List<RunState.Slot> slots(Response list) {
        var slots = new ArrayList<RunState.Slot>();
        list.forEach(each -> slot(each.toString()).ifPresent(slots::add));
        return List.copyOf(slots);
    }

    private static List<Removal> removals(Response list) {
        var removals = new ArrayList<Removal>();
        list.forEach(each -> removals.add(Removal.parse(each.toString())));
        return List.copyOf(removals);
    }

    private static Map<String, Long> readers(Response list) {
        var readers = new LinkedHashMap<String, Long>();
        for (int at = 0; at < list.size(); at += 2) {
            readers.put(list.get(at).toString(), list.get(at + 1).toLong());
        }
        return readers;
    }

    private static Set<Long> numbers(Response list) {
        var numbers = new HashSet<Long>();
        list.forEach(element -> numbers.add(Long.valueOf(element.toString())));
        return Set.copyOf(numbers);
    }
}
