package dev.vitrine.chat.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.store.RealObjects;
import dev.vitrine.chat.store.Stage;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.platform.test.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WhatIsTakenBackLeavesTheSegmentsTest {
    private static final int THRESHOLD = 2;
    private static final int A_SLOT = 4;
    private static TestRedis redis;
    private static RealObjects objects;
    private final Stage stage = new Stage(redis);
    private final Running running = new Running(stage, objects, THRESHOLD);
    private long decisions;

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
    void aDeletedMessageIsInNoSegmentAndTheIndexTellsIt() {
        onLaneB();
        long bad = say("eve", "a bad word");
        say("ann", "a good word");
        turns(2 * A_SLOT);
        assertTrue(segments().toString().contains("a bad word"), "it was read by all");
        objects.purged.clear();

        decide(new Item.MessageDeleted(stage.instant(), bad));
        turns(1);

        assertFalse(segments().toString().contains("a bad word"));
        assertTrue(segments().toString().contains("a good word"));
        var removed = index().path("removed");
        assertEquals(1, removed.size(), removed.toString());
        assertEquals(bad, removed.path(0).path("message").longValue());
        assertTrue(removed.path(0).path("seq").longValue() > bad);
        assertEquals(1, objects.purged.size(), "one address was purged");
        assertTrue(
                objects.purged.getFirst().startsWith("/media/chat/" + running.room + "/"), objects.purged.toString());
    }

    @Test
    void anErasedAuthorIsInNoSegmentNorNamedByAnother() {
        onLaneB();
        var eve = stage.pseudonyms.of(running.room, "eve");
        say("eve", "said by eve");
        var gift = "{\"viewer\":\"" + eve + "\",\"name\":\"Eve herself\",\"gift\":\"rose\"}";
        Stage.get(stage.log.append(
                running.room, new Item.Shown(stage.instant(), "gift", gift, Hearers.EVERYBODY, false, false, false)));
        turns(2 * A_SLOT);

        decide(new Item.MessagesErased(stage.instant(), eve));
        turns(1);

        var all = segments().toString();
        assertFalse(all.contains("said by eve"), all);
        assertFalse(all.contains("Eve herself"), all);
        assertTrue(all.contains("rose"), "what was given stays");
        assertEquals(eve.value(), index().at("/removed/0/viewer").textValue());
        say("eve", "said in a later life");
        turns(2 * A_SLOT);
        assertTrue(segments().toString().contains("said in a later life"));
    }

    @Test
    void whoDiesBeforeTheSegmentsAreCleanIsFollowedByOneThatCleans() {
        onLaneB();
        long bad = say("eve", "a bad word");
        turns(2 * A_SLOT);
        running.killed();
        decide(new Item.MessageDeleted(stage.instant(), bad));
        stage.leaseRunsOut(running.room);
        assertEquals(1, Stage.get(stage.left.wake(stage.instant())), "the healing calls one");

        turns(2);

        assertFalse(segments().toString().contains("a bad word"));
    }

    @Test
    void whatIsTakenBackAfterTheRoomLeftTheLaneLeavesItsSegmentsToo() {
        onLaneB();
        long bad = say("eve", "a bad word");
        turns(2 * A_SLOT);
        crowdGoes();
        turns(60);
        assertEquals("A", stage.run(running.room, "lane"));
        assertTrue(segments().toString().contains("a bad word"));

        decide(new Item.MessageDeleted(stage.instant(), bad));
        turns(2);

        assertFalse(segments().toString().contains("a bad word"));
        assertEquals("A", index().path("lane").textValue());
    }

    @Test
    void aSegmentThatIsWrittenAfterItsWordsWereTakenBackHasNone() {
        var segment = dev.vitrine.platform.json.Json.object();
        segment.putArray("items")
                .addObject()
                .put("seq", 7)
                .put("kind", "danmaku")
                .putObject("by")
                .put("viewer", "eve");

        assertTrue(LaneB.takeOut(segment, List.of(new dev.vitrine.chat.entity.Removal.OfMessage(9, 7))));
        assertEquals(0, segment.path("items").size());
        assertFalse(
                LaneB.takeOut(segment, List.of(new dev.vitrine.chat.entity.Removal.OfMessage(9, 7))),
                "twice is as once");
    }

    @Test
    void segmentsLiveFiveMinutes() {
        onLaneB();
        say("eve", "an old word");
        turns(2 * A_SLOT);
        long first = first();
        assertEquals(first, index().path("oldest").longValue());
        assertTrue(objects.find(running.room, Long.toString(first)).isPresent());

        for (int n = 0; n < 5 * 60 * 2 + 2 * A_SLOT; n++) {
            turns(1);
        }

        assertTrue(objects.find(running.room, Long.toString(first)).isEmpty());
        assertTrue(index().path("oldest").longValue() > first);
        assertFalse(segments().toString().contains("an old word"));
    }

    private void onLaneB() {
        for (int n = 0; n <= THRESHOLD; n++) {
            running.joins("crowd " + n);
        }
        turns(24);
        assertEquals("B", stage.run(running.room, "lane"));
    }

    private void crowdGoes() {
        for (int n = 0; n <= THRESHOLD; n++) {
            Stage.get(stage.door.go(running.room, "crowd " + n));
        }
    }

    private void turns(int times) {
        for (int n = 0; n < times; n++) {
            running.turn();
            for (int each = 0; each <= THRESHOLD; each++) {
                if (stage.there(running.room, "crowd " + each)) {
                    Stage.get(stage.door.stay(running.room, "crowd " + each, stage.instant()));
                }
            }
        }
    }

    private long say(String subject, String text) {
        stage.pass(Duration.ofSeconds(1));
        return switch (stage.say(running.room, subject, text.replace(' ', '-'), text)) {
            case Outcome.Done<Long>(var seq) -> seq;
            case Outcome.Refused<Long> refused -> throw new AssertionError(refused);
        };
    }

    private void decide(Item item) {
        Stage.get(stage.log.tell(running.room, ++decisions, item));
    }

    private long first() {
        return running.crowd.reader("crowd 0").seen.values().stream()
                .filter(item -> item.path("kind").textValue().equals("lane"))
                .findFirst()
                .orElseThrow()
                .path("segments")
                .path("from")
                .longValue();
    }

    private JsonNode index() {
        return objects.find(running.room, "index").orElseThrow().json();
    }

    private Map<Long, JsonNode> segments() {
        var found = new java.util.TreeMap<Long, JsonNode>();
        var missing = new ArrayList<Long>();
        for (long slot = first(); slot <= index().path("slot").longValue(); slot++) {
            var each = objects.find(running.room, Long.toString(slot));
            if (each.isPresent()) {
                found.put(slot, each.get().json());
            } else {
                missing.add(slot);
            }
        }
        assertTrue(
                missing.stream().allMatch(slot -> slot < index().path("oldest").longValue()), missing.toString());
        return found;
    }
}
