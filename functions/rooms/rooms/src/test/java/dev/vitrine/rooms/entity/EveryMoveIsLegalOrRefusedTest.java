package dev.vitrine.rooms.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.pipeline.StreamRef;
import dev.vitrine.rooms.entity.RoomState.Cancelled;
import dev.vitrine.rooms.entity.RoomState.Ended;
import dev.vitrine.rooms.entity.RoomState.Interrupted;
import dev.vitrine.rooms.entity.RoomState.Live;
import dev.vitrine.rooms.entity.RoomState.Ready;
import dev.vitrine.rooms.entity.RoomState.ReplayReady;
import dev.vitrine.rooms.entity.RoomState.Scheduled;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EveryMoveIsLegalOrRefusedTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(10);
    private static final StreamRef FIRST = new StreamRef("first");
    private static final StreamRef SECOND = new StreamRef("second");
    private static final Replay REPLAY = new Replay("vod/r/a.m3u8", "vod/r/a.mpd", "vod/r/a.mp4", 60_000);

    private static final Map<StateName, RoomState> STATES = Map.of(
            StateName.SCHEDULED, new Scheduled(),
            StateName.READY, new Ready(),
            StateName.LIVE, new Live(FIRST, NOON),
            StateName.INTERRUPTED, new Interrupted(FIRST, NOON),
            StateName.ENDED, new Ended(NOON),
            StateName.REPLAY_READY, new ReplayReady(NOON, REPLAY),
            StateName.CANCELLED, new Cancelled(NOON));

    /// One line a move: what each state becomes, in the order scheduled, ready, live, interrupted, ended,
    /// replay ready, cancelled. `-` is refused, `=` changes nothing.
    private static final Map<Move, String> TABLE = Map.of(
            new Move.IssueKey(), "READY = = = - - -",
            new Move.Cancel(LATER), "CANCELLED CANCELLED - - - - -",
            new Move.End(LATER), "- - ENDED ENDED - - -",
            new Move.OpenReplay(REPLAY), "- - - - REPLAY_READY = -",
            new Move.StreamStarted(SECOND, LATER), "= LIVE LIVE LIVE = = =",
            new Move.StreamStopped(FIRST, LATER), "= = INTERRUPTED = = = =",
            new Move.FoundOnAir(SECOND, LATER), "= LIVE LIVE LIVE = = =",
            new Move.FoundOffAir(LATER), "= = INTERRUPTED = = = =");

    @TestFactory
    Stream<DynamicTest> everyPair() {
        return TABLE.entrySet().stream().flatMap(row -> {
            var cells = row.getValue().split(" ");
            return Stream.of(StateName.values())
                    .map(from -> DynamicTest.dynamicTest(
                            row.getKey().getClass().getSimpleName() + " from " + from,
                            () -> check(STATES.get(from), row.getKey(), cells[from.ordinal()])));
        });
    }

    private static void check(RoomState from, Move move, String expected) {
        switch (expected) {
            case "-" -> {
                var refused = assertThrows(IllegalMove.class, () -> RoomMoves.after(from, move));
                assertTrue(refused.getMessage().contains(from.name().name()));
            }
            case "=" -> assertEquals(from, RoomMoves.after(from, move));
            default ->
                assertEquals(
                        StateName.valueOf(expected), RoomMoves.after(from, move).name());
        }
    }

    @Test
    void aStopOfAnEarlierStreamDoesNotInterrupt() {
        var live = new Live(SECOND, LATER);

        assertEquals(live, RoomMoves.after(live, new Move.StreamStopped(FIRST, LATER.plusSeconds(1))));
    }

    @Test
    void aLateStartOfTheStreamThatWentChangesNothing() {
        var interrupted = new Interrupted(FIRST, LATER);

        assertEquals(interrupted, RoomMoves.after(interrupted, new Move.StreamStarted(FIRST, NOON)));
        assertEquals(interrupted, RoomMoves.after(interrupted, new Move.StreamStarted(SECOND, NOON)));
    }

    @Test
    void aStreamThatCameAndWentUnseenStartsTheWaitAnew() {
        var interrupted = new Interrupted(FIRST, NOON);

        assertEquals(
                new Interrupted(SECOND, LATER), RoomMoves.after(interrupted, new Move.StreamStopped(SECOND, LATER)));
    }
}
