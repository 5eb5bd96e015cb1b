package dev.vitrine.chat.replay.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.history.store.ItemTable;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.replay.entity.Recorded;
import dev.vitrine.chat.run.store.SegmentObjects;
import dev.vitrine.chat.store.ChatObjects;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.chat.store.RoomTable.Turn;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Writes what was said, and what else belongs in the replay, by the time of the recording: an object a
/// minute, and an index. May be repeated; what is there and should not be goes.
///
/// One writes a room's replay at a time. The mark that it is stale goes when it is written, so that whoever dies, or is
/// not waited for, is followed by the healing.
@ApplicationScoped
public class WriteReplays {
    private static final Logger LOG = Logger.getLogger(WriteReplays.class);
    /// A deletion has to be true for the next who watches.
    private static final String CACHE = "public, max-age=60";
    /// Five times what a screen can show (`DanmakuBudget`). What a minute has beyond it is not in the replay.
    private static final int MOST_OF_A_MINUTE = 10_000;
    /// Minutes in hand at once: each takes what it holds in memory, and waits for the store.
    private static final int MINUTES_AT_ONCE = 4;
    /// What was marked while it was written is written anew; past this the healing goes on.
    private static final int MOST_ROUNDS = 3;

    private static final String REPLAY = "replay/";
    private static final Duration ANSWER_WAITS = Duration.ofSeconds(4);
    /// Above what the answer waits, and the store takes for the last object.
    private static final Duration ANSWERS_TURN = Duration.ofSeconds(10);
    /// Above the healing's timeout in `functions/catalog.yaml`.
    private static final Duration HEALINGS_TURN = Duration.ofSeconds(60);

    private final Database database;
    private final RoomTable rooms;
    private final MessageTable messages;
    private final ItemTable items;
    private final ChatObjects objects;
    private final InstantSource clock;

    WriteReplays(
            Database database,
            RoomTable rooms,
            MessageTable messages,
            ItemTable items,
            ChatObjects objects,
            InstantSource clock) {
        this.database = database;
        this.rooms = rooms;
        this.messages = messages;
        this.items = items;
        this.objects = objects;
        this.clock = clock;
    }

    /// Now, if the room's replay is stale and it does not take long; else the healing does it. Never fails.
    public Uni<Void> soon(RoomId room) {
        return room(room, ANSWERS_TURN, MOST_ROUNDS)
                .ifNoItem()
                .after(ANSWER_WAITS)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("the replay of room %s is left to the healing: %s", room, failure))
                .onFailure()
                .recoverWithNull();
    }

    /// Those that are stale. Fails at the end when one could not be written; the others are.
    public Uni<Void> stale(int limit) {
        return rooms.withStaleReplay(database.statements(), clock.instant(), limit)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.join()
                                .all(found.stream()
                                        .map(room -> room(room, HEALINGS_TURN, MOST_ROUNDS))
                                        .toList())
                                .usingConcurrencyOf(1)
                                .andCollectFailures()
                                .replaceWithVoid());
    }

    private Uni<Void> room(RoomId room, Duration length, int rounds) {
        return Uni.createFrom()
                .deferred(() -> {
                    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                    return rooms.takeTurn(database.statements(), room, now, now.plus(length));
                })
                .chain(turn -> turn.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : turn(turn.get())
                                .chain(right -> right || rounds == 1
                                        ? Uni.createFrom().voidItem()
                                        : room(room, length, rounds - 1)));
    }

    /// A turn that fails is not given back, it lapses: objects that are under way may still arrive.
    private Uni<Boolean> turn(Turn turn) {
        return write(turn).chain(() -> rooms.endTurn(database.statements(), turn));
    }

    private Uni<Void> write(Turn turn) {
        var recorded = Recorded.of(turn.clips());
        return Multi.createFrom()
                .iterable(() -> LongStream.range(0, Recorded.minutes(recorded)).iterator())
                .onItem()
                .transformToUni(minute -> minute(turn, recorded, minute))
                .merge(MINUTES_AT_ONCE)
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .in(TreeSet<Long>::new, Set::add)
                .call(minutes -> put(turn, "index", index(turn.room(), minutes)))
                .chain(minutes -> removeOthers(turn, minutes));
    }

    /// @return the minute, when something was said in it
    private Uni<Optional<Long>> minute(Turn turn, List<Recorded> recorded, long minute) {
        return Multi.createFrom()
                .iterable(recorded)
                .map(clip -> clip.within(minute))
                .select()
                .where(Optional::isPresent)
                .onItem()
                .transformToUniAndConcatenate(clip -> shown(turn.room(), clip.get()))
                .collect()
                .in(ArrayList<ObjectNode>::new, List::addAll)
                .chain(items -> items.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : put(turn, Long.toString(minute), document(minute, items))
                                .replaceWith(Optional.of(minute)));
    }

    /// By the time of the recording; what happened at the same moment, in the order of the sequence.
    private Uni<List<ObjectNode>> shown(RoomId room, Recorded clip) {
        var sql = database.statements();
        var said = messages.onAir(sql, room, clip.onAirAt(), clip.until(), MOST_OF_A_MINUTE);
        var others = items.onAir(sql, room, clip.onAirAt(), clip.until(), MOST_OF_A_MINUTE);
        return Uni.combine().all().unis(said, others).with((talk, rest) -> Stream.concat(talk.stream(), rest.stream())
                .sorted(Comparator.<Numbered>comparingLong(each -> clip.mediaMillis(each.item()))
                        .thenComparingLong(Numbered::seq))
                .map(each -> ItemJson.shown(each).put("mediaMillis", clip.mediaMillis(each.item())))
                .toList());
    }

    private static String document(long minute, List<ObjectNode> items) {
        var json = Json.object().put("minute", minute);
        json.putArray("items").addAll(items);
        return json.toString();
    }

    private static String index(RoomId room, Set<Long> minutes) {
        var json = Json.object().put("room", room.toString());
        minutes.forEach(json.putArray("minutes")::add);
        return json.toString();
    }

    private Uni<Void> removeOthers(Turn turn, Set<Long> minutes) {
        var kept = new HashSet<String>();
        kept.add(key(turn.room(), "index"));
        minutes.forEach(minute -> kept.add(key(turn.room(), minute.toString())));
        return objects.keys(SegmentObjects.folder(turn.room()) + REPLAY)
                .map(keys -> keys.stream().filter(key -> !kept.contains(key)).toList())
                .chain(keys -> Multi.createFrom()
                        .iterable(keys)
                        .onItem()
                        .transformToUniAndConcatenate(key -> inTurn(turn, () -> objects.delete(List.of(key))))
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private Uni<Void> put(Turn turn, String name, String json) {
        return inTurn(turn, () -> objects.putJson(key(turn.room(), name), CACHE, json));
    }

    /// A process that slept in between must not write what it read before over what another has written since.
    private Uni<Void> inTurn(Turn turn, Supplier<Uni<Void>> work) {
        return Uni.createFrom().deferred(() -> {
            if (!clock.instant().plus(ChatObjects.PATIENCE).isBefore(turn.until())) {
                throw new IllegalStateException("the turn to write the replay of room " + turn.room() + " is over");
            }
            return work.get();
        });
    }

    private static String key(RoomId room, String name) {
        return SegmentObjects.folder(room) + REPLAY + name + ".json";
    }
}
