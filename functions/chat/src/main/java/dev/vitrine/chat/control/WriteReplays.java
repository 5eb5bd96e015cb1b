package dev.vitrine.chat.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.entity.Recorded;
import dev.vitrine.chat.store.ChatObjects;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.chat.store.Lasting;
import dev.vitrine.chat.store.MessageTable;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.chat.store.SegmentObjects;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// Writes what was said by the time of the recording: an object a minute, and an index. May be repeated;
/// what is there and should not be goes.
@ApplicationScoped
public class WriteReplays {
    private static final Logger LOG = Logger.getLogger(WriteReplays.class);
    /// A deletion has to be true for the next who watches.
    private static final String CACHE = "public, max-age=60";
    /// Of one clip: far above what the lanes' sampling lets through in twelve hours.
    private static final int MOST_OF_A_CLIP = 1_500_000;

    private static final String REPLAY = "replay/";
    private static final Duration ANSWER_WAITS = Duration.ofSeconds(4);

    private final Lasting lasting;
    private final RoomTable rooms;
    private final MessageTable messages;
    private final ChatObjects objects;

    WriteReplays(Lasting lasting, RoomTable rooms, MessageTable messages, ChatObjects objects) {
        this.lasting = lasting;
        this.rooms = rooms;
        this.messages = messages;
        this.objects = objects;
    }

    /// Now, if the room's replay is stale and it does not take long; else the healing does it. Never fails.
    Uni<Void> soon(RoomId room) {
        return room(room)
                .ifNoItem()
                .after(ANSWER_WAITS)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("the replay of room %s is left to the healing: %s", room, failure))
                .onFailure()
                .recoverWithNull();
    }

    /// Those that are stale.
    Uni<Void> stale(int limit) {
        return lasting.once(sql -> rooms.withStaleReplay(sql, limit)).chain(found -> Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::room)
                .collect()
                .asList()
                .replaceWithVoid());
    }

    /// The mark is taken before anything is read: what changes meanwhile sets it again. A failure sets it back.
    private Uni<Void> room(RoomId room) {
        return lasting.once(sql -> rooms.takeStale(sql, room))
                .chain(stale -> stale ? write(room) : Uni.createFrom().voidItem())
                .onFailure()
                .call(() -> lasting.once(sql -> rooms.staleReplay(sql, room)));
    }

    private Uni<Void> write(RoomId room) {
        return lasting.transaction(sql -> rooms.clips(sql, room).chain(clips -> shown(sql, room, Recorded.of(clips))))
                .map(WriteReplays::minutes)
                .chain(minutes -> Multi.createFrom()
                        .iterable(minutes.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(minute -> objects.putJson(
                                key(room, minute.getKey().toString()),
                                CACHE,
                                minute(minute.getKey(), minute.getValue())))
                        .collect()
                        .asList()
                        .chain(() -> objects.putJson(key(room, "index"), CACHE, index(room, minutes)))
                        .chain(() -> removeOthers(room, minutes)));
    }

    private record Placed(long mediaMillis, Numbered danmaku) {}

    private Uni<List<Placed>> shown(SqlClient sql, RoomId room, List<Recorded> recorded) {
        return Multi.createFrom()
                .iterable(recorded)
                .onItem()
                .transformToUniAndConcatenate(
                        clip -> messages.onAir(sql, room, clip.onAirAt(), clip.until(), MOST_OF_A_CLIP)
                                .map(found -> found.stream()
                                        .map(danmaku -> new Placed(clip.mediaMillis(danmaku), danmaku))
                                        .toList()))
                .collect()
                .in(ArrayList::new, List::addAll);
    }

    private static Map<Long, List<ObjectNode>> minutes(List<Placed> placed) {
        var minutes = new TreeMap<Long, List<ObjectNode>>();
        for (var each : placed) {
            var json = ItemJson.shown(each.danmaku()).put("mediaMillis", each.mediaMillis());
            minutes.computeIfAbsent(each.mediaMillis() / Recorded.MINUTE_MILLIS, _ -> new ArrayList<>())
                    .add(json);
        }
        return minutes;
    }

    private static String minute(long minute, List<ObjectNode> items) {
        var json = Json.object().put("minute", minute);
        json.putArray("items").addAll(items);
        return json.toString();
    }

    private static String index(RoomId room, Map<Long, List<ObjectNode>> minutes) {
        var json = Json.object().put("room", room.toString());
        minutes.keySet().forEach(json.putArray("minutes")::add);
        return json.toString();
    }

    private Uni<Void> removeOthers(RoomId room, Map<Long, List<ObjectNode>> minutes) {
        return objects.keys(SegmentObjects.folder(room) + REPLAY)
                .map(keys -> keys.stream()
                        .filter(key -> !key.equals(key(room, "index"))
                                && minutes.keySet().stream()
                                        .noneMatch(minute -> key.equals(key(room, minute.toString()))))
                        .toList())
                .chain(objects::delete);
    }

    private static String key(RoomId room, String name) {
        return SegmentObjects.folder(room) + REPLAY + name + ".json";
    }
}
