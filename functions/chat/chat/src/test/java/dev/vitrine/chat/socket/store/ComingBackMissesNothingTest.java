package dev.vitrine.chat.socket.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.chat.store.Stage;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.test.TestRedis;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComingBackMissesNothingTest {
    private static TestRedis redis;
    private final Stage stage = new Stage(redis);
    private final RoomId room = stage.aRoom();

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void whoIsNewSeesTheLastFifty() {
        happen(60);
        var entered = enter("c", OptionalLong.empty());

        assertTrue(entered.reset());
        assertEquals(60, entered.cursor());
        assertEquals(numbers(11, 60), seqs(entered.items()));
        assertEquals(1, entered.viewers());
        assertEquals(Lane.A, entered.lane());
    }

    @Test
    void whoComesBackGetsWhatTheyMissedAndNothingElse() {
        happen(300);

        var entered = enter("c", OptionalLong.of(100));
        assertFalse(entered.reset());
        assertEquals(numbers(101, 300), seqs(entered.items()));
        var again = enter("c", OptionalLong.of(300));
        assertFalse(again.reset());
        assertEquals(List.of(), again.items());
        assertEquals(1, again.viewers(), "the same socket");
    }

    @Test
    void aCursorThatIsTooOldOrForgedStartsAnew() {
        happen(60);
        Stage.get(stage.redis.xtrim(List.of(Keys.log(room), "MINID", "31")));

        assertTrue(enter("c", OptionalLong.of(10)).reset(), "the log begins above it");
        assertTrue(enter("c", OptionalLong.of(29)).reset(), "one is missing");
        assertFalse(enter("c", OptionalLong.of(30)).reset(), "it follows on");
        var forged = enter("c", OptionalLong.of(9_000_000_000L));
        assertTrue(forged.reset(), "above everything given");
        assertEquals(60, forged.cursor());
        assertTrue(enter("c", OptionalLong.of(Long.MAX_VALUE)).reset());
    }

    @Test
    void anEmptyRoomIsEntered() {
        var entered = enter("c", OptionalLong.empty());
        assertEquals(0, entered.cursor());
        assertEquals(List.of(), entered.items());
        assertFalse(enter("c", OptionalLong.of(0)).reset());
    }

    @Test
    void noSuchRoomIsNoRoom() {
        var nowhere = new RoomId(stage.ids.next());
        assertEquals(
                Optional.empty(),
                Stage.get(stage.door.enter(nowhere, "c", Optional.empty(), OptionalLong.empty(), stage.instant())));
        assertFalse(stage.there(nowhere, "c"));
    }

    @Test
    void numbersGoOnWhenRedisIsKilledAndWhenItsCounterIsLost() {
        happen(7);
        redis.kill();
        redis.launch();
        assertEquals(8, append());

        Stage.get(stage.redis.del(List.of(Keys.sequence(room))));
        assertEquals(9, append());
        Stage.get(stage.redis.del(List.of(Keys.log(room))));
        assertEquals(10, append());
    }

    private long append() {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (true) {
            try {
                return Stage.get(stage.log.append(room, new Item.MessageDeleted(stage.instant(), 1)));
            } catch (RuntimeException reconnecting) {
                if (System.nanoTime() > deadline) {
                    throw reconnecting;
                }
            }
        }
    }

    private void happen(int times) {
        for (int n = 0; n < times; n++) {
            Stage.get(stage.log.append(room, new Item.MessageDeleted(stage.instant(), n)));
        }
    }

    private RoomDoor.Entered enter(String connection, OptionalLong after) {
        return Stage.get(stage.door.enter(room, connection, Optional.of(Stage.signedIn("ann")), after, stage.instant()))
                .orElseThrow();
    }

    private static List<Long> seqs(List<Logged> items) {
        return items.stream().map(Logged::seq).toList();
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
