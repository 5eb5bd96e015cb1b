package dev.vitrine.chat.run.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Lane;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ARunnerDecidesByWhatItFindsTest {
    private static final Instant NOW = Instant.ofEpochMilli(2000L * 900_000_000);
    private static final long SLOT = 900_000_000;
    private final RoomRun run = new RoomRun(
            new RunBounds(
                    Duration.ofMillis(500),
                    500,
                    new Slots(Duration.ofSeconds(2)),
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(3)),
            URI.create("http://cdn/"));

    @Test
    void aRoomGoesToSegmentsAboveTheThresholdAndBackBelowFourFifths() {
        assertEquals(List.of(), changes(onA(500)));
        assertEquals(List.of(Lane.B), changes(onA(501)));
        assertEquals(List.of(), changes(onB(400)));
        assertEquals(List.of(Lane.A), changes(onB(399)));
    }

    @Test
    void aLaneIsKeptForTenSecondsAndUntilTheChangeBeforeIsOver() {
        var fresh = new RunState(
                Lane.A, 7, NOW.minusSeconds(9), 9, 9, 3, 9, Optional.empty(), 0, 0, NOW, 600, 600, NOW, 9, 600);
        assertEquals(List.of(), changes(fresh));
        var closing = new RunState(
                Lane.A, 9, NOW.minusSeconds(60), 9, 9, 3, 8, Optional.empty(), 0, 0, NOW, 600, 600, NOW, 9, 600);
        assertTrue(closing.closing());
        assertEquals(List.of(), changes(closing), "its last segment is not written");
        var untold = new RunState(
                Lane.B, 9, NOW.minusSeconds(60), 8, 9, 3, 9, Optional.empty(), 0, 0, NOW, 600, 1, NOW, 9, 1);
        assertEquals(List.of(), changes(untold), "a socket does not know yet");
    }

    @Test
    void missedSlotsAreEmptyAndTheNewestTakesEverything() {
        var state = onB(600, SLOT - 4, Optional.empty());
        assertEquals(Optional.of(new RunState.Slot(SLOT - 3, 5, 5, 600, 0)), run.slot(state, 9, NOW));
        assertEquals(
                Optional.of(new RunState.Slot(SLOT - 1, 5, 9, 600, 0)),
                run.slot(onB(600, SLOT - 2, Optional.empty()), 9, NOW));
        assertEquals(Optional.empty(), run.slot(onB(600, SLOT - 1, Optional.empty()), 9, NOW), "not over yet");
        var begun = new RunState.Slot(SLOT - 1, 5, 7, 42, 1);
        assertEquals(Optional.of(begun), run.slot(onB(600, SLOT - 2, Optional.of(begun)), 9, NOW));
    }

    @Test
    void aSlotThatEndsBeforeTheTurnIsOverIsNotWaitedFor() {
        assertEquals(Duration.ofMillis(200), run.rest(onB(600), NOW.minusMillis(200)));
        assertEquals(Duration.ofMillis(500), run.rest(onB(600), NOW), "it begins here");
        assertEquals(Duration.ofMillis(500), run.rest(onA(10), NOW.minusMillis(200)), "sockets know no slots");
    }

    @Test
    void aRunnerSleepsAfterThreeSecondsOfNothing() {
        var quiet = onA(10);
        assertFalse(run.sleepy(quiet, NOW.minusMillis(2999), NOW));
        assertTrue(run.sleepy(quiet, NOW.minusSeconds(3), NOW));
        assertFalse(run.sleepy(onB(600), NOW.minusSeconds(60), NOW), "segments are due");
    }

    @Test
    void boundsAreBounds() {
        assertThrows(IllegalArgumentException.class, () -> new Slots(Duration.ofMillis(999)));
        assertThrows(IllegalArgumentException.class, () -> new Slots(Duration.ofMillis(4001)));
    }

    private List<Lane> changes(RunState state) {
        return run.tell(state, NOW).stream()
                .map(RoomRun.Tell::item)
                .filter(Item.LaneChanged.class::isInstance)
                .map(item -> ((Item.LaneChanged) item).lane())
                .toList();
    }

    private static RunState onA(int viewers) {
        return new RunState(
                Lane.A, 0, Instant.EPOCH, 9, 9, 0, 0, Optional.empty(), 0, 0, NOW, viewers, viewers, NOW, 9, viewers);
    }

    private static RunState onB(int viewers) {
        return onB(viewers, SLOT - 1, Optional.empty());
    }

    private static RunState onB(int viewers, long slot, Optional<RunState.Slot> claimed) {
        return new RunState(
                Lane.B, 5, Instant.EPOCH, 5, 5, slot, 5, claimed, 0, 0, NOW, viewers, viewers, NOW, 9, viewers);
    }
}
