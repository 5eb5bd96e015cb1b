package dev.vitrine.chat.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.store.RealObjects;
import dev.vitrine.chat.store.Stage;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.store.RoomTalk;
import dev.vitrine.platform.test.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LanesChangeWithoutGapOrRepeatTest {
    private static final int THRESHOLD = 5;
    private static TestRedis redis;
    private static RealObjects objects;
    private final Stage stage = new Stage(redis);
    private final Running running = new Running(stage, objects, THRESHOLD);
    private int said;

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
        objects = RealObjects.start();
    }

    @AfterAll
    static void stop() {
        objects.close();
        redis.close();
    }

    @Test
    void aReaderFollowsTheRoomToSegmentsAndBack() {
        var ann = running.joins("ann");
        say(2);
        running.turns(4);
        crowdComes();
        talkFor(8);
        assertEquals("lane", ann.kinds().getLast());
        var toB = ann.seen.lastEntry().getValue();
        assertEquals("B", toB.path("lane").textValue());
        assertEquals(2000, toB.path("segments").path("slotMillis").intValue());
        assertEquals(
                Running.SEGMENTS.toString(), toB.path("segments").path("base").textValue());
        int postedOnA = ann.batches;

        long slot = toB.path("segments").path("from").longValue();
        talkFor(20);
        long reached = read(ann, slot);
        assertTrue(reached > slot + 2, "segments came");
        assertEquals(postedOnA, ann.batches, "nothing by socket on lane B");

        crowdGoes();
        talkFor(30);
        read(ann, reached);
        assertEquals("lane", ann.kinds().getLast());
        assertEquals("A", ann.seen.lastEntry().getValue().path("lane").textValue());
        assertEquals(
                "A",
                objects.find(running.room, "index")
                        .orElseThrow()
                        .json()
                        .path("lane")
                        .textValue());

        assertEquals(List.of(), ann.gaps, "a socket is silent until its reader has left the segments");
        running.joins("ann");
        talkFor(4);
        running.turns(6);
        long last = ann.cursor();
        assertEquals(LongStream.rangeClosed(1, last).boxed().toList(), ann.seqs(), "every number, once");
        assertEquals(List.of(), ann.gaps);
        assertEquals(said, ann.kinds().stream().filter("danmaku"::equals).count());
        assertEquals(said, running.history.size());
        assertTrue(running.history.values().stream().allMatch(message -> message.shown()));
    }

    @Test
    void whoJoinsOnLaneBIsToldWhereTheSegmentsGoOn() {
        running.joins("ann");
        crowdComes();
        talkFor(20);

        var entered = Stage.get(
                        stage.door.enter(running.room, "late", Optional.empty(), OptionalLong.empty(), stage.instant()))
                .orElseThrow();
        talkFor(12);
        var first =
                objects.find(running.room, Long.toString(entered.slot() + 1)).orElseThrow();
        assertTrue(first.json().path("after").longValue() <= entered.cursor(), "no gap");
        assertTrue(first.json().path("until").longValue() >= entered.cursor(), "and it goes on");
    }

    @Test
    void slotsAreDenseWhoeverWritesThemAndCachedForAMinute() {
        var ann = running.joins("ann");
        crowdComes();
        talkFor(12);
        running.killed();
        stage.pass(Duration.ofSeconds(20));
        say(1);
        talkFor(30);

        long slot =
                ann.seen.lastEntry().getValue().path("segments").path("from").longValue();
        long newest = objects.find(running.room, "index")
                .orElseThrow()
                .json()
                .path("slot")
                .longValue();
        long until = ann.cursor();
        var items = new ArrayList<Long>();
        for (; slot <= newest; slot++) {
            var found = objects.find(running.room, Long.toString(slot)).orElseThrow();
            assertEquals("public, max-age=60", found.head().cacheControl());
            assertEquals("gzip", found.head().contentEncoding());
            assertEquals(until, found.json().path("after").longValue(), "slot " + slot);
            until = found.json().path("until").longValue();
            found.json()
                    .path("items")
                    .forEach(item -> items.add(item.path("seq").longValue()));
        }
        assertEquals(LongStream.rangeClosed(ann.cursor() + 1, until).boxed().toList(), items);
        assertEquals(
                "public, max-age=1",
                objects.find(running.room, "index").orElseThrow().head().cacheControl());
    }

    @Test
    void aSlotShowsSixtyAndTheHistoryKeepsAll() {
        running.joins("ann");
        crowdComes();
        talkFor(8);
        while (stage.instant().toEpochMilli() % 2000 != 0) {
            running.turn();
        }
        for (int n = 0; n < 300; n++) {
            sayAs("loud " + n, n % 100 == 0 ? Role.MODERATOR : Role.VIEWER);
        }
        Stage.get(stage.log.append(
                running.room,
                new Item.Shown(stage.instant(), "gift", "{\"worth\":1}", Hearers.EVERYBODY, false, false, false)));
        long slot = stage.instant().toEpochMilli() / 2000;
        running.turns(9);

        var segment =
                objects.find(running.room, Long.toString(slot)).orElseThrow().json();
        var shown = new ArrayList<JsonNode>();
        segment.path("items").forEach(item -> {
            if (item.path("kind").textValue().equals("danmaku")) {
                shown.add(item);
            }
        });
        assertEquals(60, shown.size());
        assertEquals(
                3,
                shown.stream()
                        .filter(item -> item.path("by").path("role").textValue().equals("MODERATOR"))
                        .count());
        assertTrue(segment.toString().contains("\"gift\""));
        var loud = running.history.values().stream()
                .filter(message -> message.subject().startsWith("loud"))
                .toList();
        assertEquals(300, loud.size());
        assertEquals(60, loud.stream().filter(message -> message.shown()).count());
    }

    @Test
    void aSocketThatMissedTheChangeIsStillTold() {
        var ann = running.joins("ann");
        running.turns(2);
        crowdComes();
        running.crowd.failing.add("ann");
        talkFor(2);
        running.crowd.failing.clear();
        running.killed();
        talkFor(6);

        assertEquals("lane", ann.kinds().getLast(), "though its runner died");
        assertEquals(List.of(), ann.gaps);
    }

    private void crowdComes() {
        for (int n = 0; n <= THRESHOLD; n++) {
            running.joins("crowd " + n);
        }
        for (int n = 0; n < 20; n++) {
            running.turn();
            stay();
        }
    }

    private void crowdGoes() {
        for (int n = 0; n <= THRESHOLD; n++) {
            Stage.get(stage.door.go(running.room, "crowd " + n));
        }
    }

    private void stay() {
        Stage.get(stage.door.stay(running.room, "ann", stage.instant()));
    }

    private void talkFor(int turns) {
        for (int n = 0; n < turns; n++) {
            say(1);
            running.turn();
            stay();
        }
    }

    /// Reads segments as a client does, from a slot on until there is none.
    private long read(Crowd.Reader reader, long from) {
        long slot = from;
        while (true) {
            var found = objects.find(running.room, Long.toString(slot));
            if (found.isEmpty()) {
                return slot;
            }
            reader.take(found.get().json());
            reader.batches--;
            slot++;
        }
    }

    private void say(int times) {
        for (int n = 0; n < times; n++) {
            said++;
            var outcome = stage.say(running.room, "viewer " + said, "id", "text " + said);
            assertTrue(outcome instanceof Outcome.Done<Long>, outcome.toString());
        }
    }

    private void sayAs(String subject, Role role) {
        var viewer = stage.pseudonyms.of(running.room, subject);
        Stage.get(stage.talk.say(
                new RoomTalk.Speech(running.room, subject, viewer, "id"),
                stage.danmaku(viewer, subject, role, "text of " + subject),
                role.moderates(),
                false,
                Optional.empty(),
                subject));
    }
}
