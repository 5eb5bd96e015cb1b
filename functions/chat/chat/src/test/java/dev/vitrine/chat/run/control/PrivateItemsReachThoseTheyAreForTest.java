package dev.vitrine.chat.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.store.RealObjects;
import dev.vitrine.chat.store.Stage;
import dev.vitrine.platform.test.TestRedis;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrivateItemsReachThoseTheyAreForTest {
    private static final int THRESHOLD = 5;
    private static final Hearers ANN = new Hearers.One("ann");
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

    private void told(Hearers to) {
        var item = new Item.Shown(stage.instant(), "order", "{\"number\":7}", to, false, false, false);
        Stage.get(stage.log.tell(running.room, ++decisions, item));
    }

    private static List<String> kinds(Crowd.Reader reader) {
        return reader.apart.stream().map(item -> item.path("kind").textValue()).toList();
    }

    @Test
    void onePersonsItemComesToTheirSocketAndLeavesNobodyAGap() {
        var ann = running.joins("a", "ann");
        var bob = running.joins("b", "bob");
        stage.say(running.room, "eve", "1", "before");
        told(ANN);
        stage.say(running.room, "eve", "2", "after");
        running.turns(2);

        assertEquals(List.of("order"), kinds(ann));
        assertEquals(7, ann.apart.getFirst().at("/body/number").intValue());
        assertFalse(ann.apart.getFirst().has("person"), "nobody's subject leaves the house");
        assertEquals(List.of(), kinds(bob));
        assertEquals(List.of(), bob.gaps);
        assertEquals(ann.cursor(), bob.cursor());
        assertFalse(bob.kinds().contains("order"));
    }

    @Test
    void whatModeratorsHearComesToWhoKeepsOrderNow() {
        stage.appoint(running.room, "mona");
        var mona = running.joins("m", "mona");
        var streamer = running.joins("s", "streamer");
        var operator = running.joinsAsOperator("o", "olga");
        var viewer = running.joins("v", "vera");
        var guest = running.joins("g");
        told(Hearers.MODERATORS);
        running.turns(2);

        for (var keeper : List.of(mona, streamer, operator)) {
            assertEquals(List.of("order"), kinds(keeper));
        }
        assertEquals(List.of(), kinds(viewer));
        assertEquals(List.of(), kinds(guest));
    }

    @Test
    void onLaneBItComesOverTheSocketAndIsInNoSegment() {
        var ann = running.joins("a", "ann");
        for (int n = 0; n <= THRESHOLD; n++) {
            running.joins("crowd " + n);
        }
        running.turns(30);
        assertEquals("B", stage.run(running.room, "lane"));
        told(ANN);
        stage.say(running.room, "eve", "1", "in the same slot");
        running.turns(10);

        assertEquals(List.of("order"), kinds(ann));
        long newest = Long.parseLong(stage.run(running.room, "slot"));
        var segments = new StringBuilder();
        for (long slot = newest - 5; slot <= newest; slot++) {
            objects.find(running.room, Long.toString(slot)).ifPresent(found -> segments.append(found.json()));
        }
        assertTrue(segments.toString().contains("in the same slot"));
        assertFalse(segments.toString().contains("order"));
    }

    @Test
    void whatAKilledRunnerDidNotBringTheNextBrings() {
        var ann = running.joins("a", "ann");
        running.turn();
        running.crowd.failing.add("a");
        told(ANN);
        running.turn();
        assertEquals(List.of(), kinds(ann));
        running.killed();
        running.crowd.failing.clear();
        running.turns(2);

        assertEquals(List.of("order"), kinds(ann));
        running.turns(4);
        assertEquals(1, ann.apart.size(), "once it is brought it is not brought again");
    }

    @Test
    void aRunnerDoesNotSleepOverIt() {
        var ann = running.joins("a", "ann");
        running.turnUntilDone();
        told(ANN);

        assertNotEquals(RoomRunner.Turn.LOST, running.turnUntilDone());
        assertEquals(List.of("order"), kinds(ann));
    }

    @Test
    void aRoomThatNobodyRunsIsWokenForIt() {
        running.joins("a", "ann");
        running.turnUntilDone();
        told(ANN);
        stage.leaseRunsOut(running.room);
        stage.wakes.clear();

        Stage.get(stage.left.wake(stage.instant()));

        assertTrue(stage.wakes.stream().anyMatch(wake -> wake.subject().equals(running.room.toString())));
    }

    @Test
    void whoseTokenHasEndedHearsWhatGuestsHear() {
        var ann = running.joins("a", "ann");
        stage.pass(Duration.ofDays(2));
        running.joins("a");
        told(ANN);
        running.turns(2);

        assertEquals(List.of(), kinds(ann));
    }

    @Test
    void whatWasDecidedOnceIsBroughtOnce() {
        var ann = running.joins("a", "ann");
        told(ANN);
        decisions--;
        told(ANN);
        running.turns(3);

        assertEquals(1, ann.apart.size());
    }

    @Test
    void whatOnlyAnErasedPersonWasToHearLeavesTheLog() {
        told(ANN);
        told(new Hearers.One("bob"));

        Stage.get(stage.log.erase(running.room, "ann", stage.pseudonyms.of(running.room, "ann")));

        assertEquals(1, stage.entries(running.room));
    }
}
