package dev.vitrine.chat.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.store.Stage;
import dev.vitrine.platform.test.TestRedis;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeftRoomsAreHealedTest {
    private static TestRedis redis;
    private final Stage stage = new Stage(redis);
    private final Running running = new Running(stage, null, 1_000_000);

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void aRoomWhoseRunnerDiedIsWoken() {
        running.joins("ann");
        running.turn();
        stage.say(running.room, "bob", "a", "hello");
        assertEquals(0, wakes(), "it is run");

        running.killed();
        assertEquals(1, wakes());
        assertEquals(0, wakes(), "a wake is under way");
        assertEquals(RoomRunner.Turn.ASLEEP, running.turnUntilDone());
        assertEquals(0, wakes(), "nothing is left to do");
    }

    @Test
    void silentSocketsOfARoomWithoutARunnerAreTakenOut() {
        running.joins("ann");
        running.turnUntilDone();
        stage.pass(Duration.ofSeconds(61));

        assertEquals(1, wakes());
        assertFalse(stage.there(running.room, "ann"));
        running.turnUntilDone();
        assertEquals("0", stage.run(running.room, "viewersTold"));
    }

    @Test
    void aRoomThatWasQuietForADayIsForgotten() {
        running.joins("ann");
        running.turnUntilDone();
        Stage.get(stage.door.go(running.room, "ann"));
        running.turnUntilDone();
        wakes();
        assertTrue(stage.lookedAfter(running.room));
        stage.pass(Duration.ofHours(25));
        wakes();
        assertFalse(stage.lookedAfter(running.room));
    }

    @Test
    void aWakeThatCannotBeSentIsTriedAgainWithTheNextWord() {
        var deaf = new Stage(redis, event -> Uni.createFrom().failure(new IllegalStateException("no queue")));
        var room = deaf.aRoom();
        deaf.say(room, "ann", "a", "one");
        assertEquals(1, deaf.entries(room), "what was said is said");

        stage.say(room, "ann", "b", "two");
        assertEquals(1, stage.wakes.size());
    }

    private long wakes() {
        long before = stage.wakes.stream()
                .filter(event -> event.subject().equals(running.room.toString()))
                .count();
        Stage.get(stage.left.wake(stage.instant()));
        return stage.wakes.stream()
                        .filter(event -> event.subject().equals(running.room.toString()))
                        .count()
                - before;
    }
}
