package dev.vitrine.chat.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.store.Stage;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.platform.test.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LaneABringsEverythingTest {
    private static final int NEVER = 1_000_000;
    private static TestRedis redis;
    private final Stage stage = new Stage(redis);
    private final Running running = new Running(stage, null, NEVER);

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void whatIsSaidReachesEverySocketInOneBatchATurn() {
        var ann = running.joins("ann");
        var bob = running.joins("bob");
        say(3);
        running.turn();

        assertEquals(List.of(1L, 2L, 3L), ann.seqs());
        assertEquals(List.of(1L, 2L, 3L), bob.seqs());
        assertEquals(1, ann.batches);
        running.turns(10);
        assertEquals("presence", ann.kinds().getLast());
        assertEquals(2, ann.batches, "a turn without news is silent");
        assertEquals(List.of(), ann.gaps);
    }

    @Test
    void likesAreOneItemASecondAndPresenceOneInFive() {
        var ann = running.joins("ann");
        running.turn();
        running.turn();
        var viewer = stage.pseudonyms.of(running.room, "bob");
        for (int n = 0; n < 20; n++) {
            Stage.get(stage.talk.like(running.room, "bob", viewer, 10, stage.instant()));
            running.joins("more " + n);
            running.turn();
        }
        running.turns(12);

        var likes = ann.seen.values().stream()
                .filter(item -> item.path("kind").textValue().equals("likes"))
                .toList();
        assertTrue(likes.size() <= 11, "one a second, were " + likes.size());
        assertEquals(200, likes.getLast().path("total").intValue());
        assertEquals(
                200,
                likes.stream().mapToInt(item -> item.path("count").intValue()).sum());
        var presence = ann.seen.values().stream()
                .filter(item -> item.path("kind").textValue().equals("presence"))
                .toList();
        assertTrue(presence.size() <= 4, "one in five seconds, were " + presence.size());
        assertEquals(21, presence.getLast().path("viewers").intValue());
        assertEquals(21, presence.getLast().path("peak").intValue());
        assertEquals(
                presence.stream().map(item -> item.path("viewers").intValue()).toList(),
                running.counts,
                "the house is told what the readers are told");
    }

    @Test
    void aRunnerSleepsWhenNothingHappensAndTheNextWordWakesAnother() {
        var ann = running.joins("ann");
        say(1);
        assertEquals(RoomRunner.Turn.ASLEEP, running.turnUntilDone());
        int before = stage.wakes.size();

        say(1);
        assertEquals(before + 1, stage.wakes.size());
        running.turn();
        assertEquals("2", seen(ann));
        assertEquals(0, ann.repeats);
    }

    @Test
    void aRoomHasOneRunner() {
        running.joins("ann");
        running.turn();
        assertFalse(Stage.get(stage.runs.take(running.room, "another")));
        running.killed();
        assertTrue(Stage.get(stage.runs.take(running.room, "another")));
        assertEquals(RoomRunner.Turn.LOST, running.turn());
    }

    @Test
    void whoLostTheLeaseChangesNothing() {
        running.joins("ann");
        running.turn();
        var mine = running.runner();
        stage.leaseRunsOut(running.room);
        assertTrue(Stage.get(stage.runs.take(running.room, "another")));
        say(2);
        assertEquals(RoomRunner.Turn.LOST, mine.turn());
        assertEquals(2, stage.entries(running.room) - presences());
    }

    @Test
    void aKilledRunnerLosesNothingAndTheNextRepeatsOnlyWhatReadersDrop() {
        var ann = running.joins("ann");
        say(5);
        running.turn();
        running.killed();
        say(5);
        running.turn();
        running.turns(4);

        assertEquals(11, ann.cursor(), "ten words and one presence");
        assertEquals(List.of(), ann.gaps);
        assertTrue(ann.repeats >= 0);
        assertEquals(10, running.history.size());
    }

    @Test
    void aSocketThatIsGoneIsForgotten() {
        running.joins("ann");
        running.joins("bob");
        running.crowd.gone.add("bob");
        say(1);
        running.turns(2);

        assertTrue(stage.there(running.room, "ann"));
        assertFalse(stage.there(running.room, "bob"));
        running.turns(12);
        assertEquals("1", stage.run(running.room, "viewersTold"));
    }

    @Test
    void aSocketThatFailsHoldsNobodyUpAndGetsEverythingSince() {
        var ann = running.joins("ann");
        var bob = running.joins("bob");
        running.crowd.failing.add("bob");
        for (int n = 0; n < Audience.FAILURES - 1; n++) {
            say(1);
            running.turn();
        }
        assertEquals(ann.cursor(), Audience.FAILURES, "four words and the presence");
        assertEquals(0, bob.cursor());
        assertEquals("0", orZero(stage.run(running.room, "sent")), "what bob lacks is not sent");

        running.crowd.failing.clear();
        running.turns(2);
        assertEquals(ann.seqs(), bob.seqs());
        assertEquals(1, bob.batches);
    }

    @Test
    void aSocketThatFailsForGoodIsClosedSoThatItsClientComesBack() {
        running.joins("ann");
        running.crowd.failing.add("ann");
        say(1);
        running.turns(Audience.FAILURES + 1);

        assertEquals(List.of("ann"), List.copyOf(running.crowd.closed));
        assertFalse(stage.there(running.room, "ann"));
    }

    @Test
    void aRunnerHandsOverAndTheNextGoesOnWhereItEnded() throws InterruptedException {
        var ann = running.joins("ann");
        RoomRunner.Turn turn;
        int turns = 0;
        do {
            say(1);
            turn = running.turn();
            turns++;
        } while (turn == RoomRunner.Turn.AGAIN);
        assertEquals(RoomRunner.Turn.OVER, turn);
        assertEquals(91, turns, "the first, and 45 s more");
        int woken = stage.wakes.size();
        running.handsOver();

        say(1);
        assertEquals(woken, stage.wakes.size(), "the next is called already");
        running.turn();
        assertEquals(said, ann.kinds().stream().filter("danmaku"::equals).count());
        assertEquals(0, ann.repeats);
        assertEquals(List.of(), ann.gaps);
    }

    /// Found by the property of EveryReaderEndsWithEverything: FAIL_ANN, SAY, CROWD, and ann was served no
    /// more.
    @Test
    void aSocketThatWasGivenUpAndComesBackIsServedAgain() {
        var ann = running.joins("ann");
        running.crowd.failing.add("ann");
        say(1);
        running.turns(Audience.FAILURES);
        running.crowd.failing.clear();
        running.joins("ann");
        say(1);
        running.turn();

        assertEquals(2, ann.kinds().stream().filter("danmaku"::equals).count());
    }

    @Test
    void aSocketThatTakesNothingIsClosedBeforeItStopsTheRoom() {
        var ann = running.joins("ann");
        running.joins("full");
        running.crowd.busy.add("full");
        for (int n = 0; n < 4500; n++) {
            Stage.get(stage.log.append(running.room, new Item.MessageDeleted(stage.instant(), n)));
        }
        running.turns(12);

        assertTrue(ann.cursor() >= 4500);
        assertEquals(List.of("full"), List.copyOf(running.crowd.closed));
    }

    @Test
    void aRunnerThatWasCalledForNothingSleepsAtOnce() {
        running.joins("ann");
        running.turnUntilDone();
        assertEquals(RoomRunner.Turn.ASLEEP, running.turn());
    }

    @Test
    void aSlowSocketDelaysNoOther() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var busy = new Running(stage, null, NEVER, executor);
            var ann = busy.joins("ann");
            for (int n = 0; n < 3; n++) {
                busy.joins("slow " + n);
            }
            var crowd = busy.crowd;
            var stalling = new StallingPush(crowd, stuck);
            var audience = new Audience(busy.room, 0, stalling, executor, new Audience.Places(64, 8), _ -> {});
            audience.meet(Map.of("slow 0", 0L, "slow 1", 0L, "slow 2", 0L, "ann", 0L));
            var tail = new Tail(busy.room, 0);
            for (int n = 1; n <= 4; n++) {
                Stage.get(stage.log.append(busy.room, new Item.MessageDeleted(stage.instant(), n)));
                tail.add(Stage.get(stage.runs.unkept(busy.room, n - 1, n)).items());
                audience.serve(tail, n);
                long expected = n;
                await(() -> ann.cursor() == expected);
            }
            assertEquals(0, audience.sent());
            assertEquals(0, crowd.reader("slow 0").cursor());
            stuck.countDown();
            await(() -> audience.sent() == 1);
            audience.settle(Duration.ofSeconds(10));
            audience.serve(tail, 4);
            await(() -> audience.sent() == 4);
            assertEquals(
                    LongStream.rangeClosed(1, 4).boxed().toList(),
                    crowd.reader("slow 0").seqs());
            assertEquals(2, crowd.reader("slow 0").batches, "everything since, at once");
        }
    }

    @Test
    void silentSocketsCountNoMore() {
        running.joins("ann");
        running.turn();
        for (int n = 0; n < 119; n++) {
            running.turn();
            Stage.get(stage.door.stay(running.room, "pinging", stage.instant()));
        }
        assertTrue(stage.there(running.room, "ann"), "silent for just a minute");
        running.turns(2);
        assertFalse(stage.there(running.room, "ann"));
        assertTrue(stage.there(running.room, "pinging"));
    }

    @Test
    void theLogIsTrimmedToWhatIsKeptButTwoThousandStay() {
        running.joins("ann");
        for (int n = 0; n < 2600; n++) {
            Stage.get(stage.log.append(running.room, new Item.MessageDeleted(stage.instant(), n)));
        }
        assertTrue(stage.entries(running.room) >= 2600);
        running.turns(12);
        assertTrue(stage.entries(running.room) < 2600, "trimmed by whole nodes");
        assertTrue(stage.entries(running.room) >= 2000);
        assertTrue(running.crowd.reader("ann").cursor() >= 2600);
        assertEquals(List.of(), running.crowd.reader("ann").gaps);
    }

    private record StallingPush(Crowd crowd, CountDownLatch stuck) implements Push {
        @Override
        public Posted post(String connection, byte[] frame) {
            if (connection.startsWith("slow")) {
                try {
                    stuck.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
            return crowd.post(connection, frame);
        }

        @Override
        public void close(String connection) {
            crowd.close(connection);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within 20 s");
            Thread.sleep(2);
        }
    }

    private long presences() {
        return Stage.get(stage.runs.unkept(running.room, 0, NEVER)).items().stream()
                .filter(entry -> entry.numbered().item() instanceof Item.Presence)
                .count();
    }

    private static String orZero(String number) {
        return number.isEmpty() ? "0" : number;
    }

    private static String seen(Crowd.Reader reader) {
        return Long.toString(reader.kinds().stream().filter("danmaku"::equals).count());
    }

    private int said;

    private void say(int times) {
        for (int n = 0; n < times; n++) {
            said++;
            var outcome = stage.say(running.room, "viewer " + said, "id", "text " + said);
            assertTrue(outcome instanceof Outcome.Done<Long>, outcome.toString());
        }
    }
}
