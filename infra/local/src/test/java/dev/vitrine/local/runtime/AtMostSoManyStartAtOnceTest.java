package dev.vitrine.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AtMostSoManyStartAtOnceTest {
    private final StartGate gate = new StartGate(2);
    private final List<String> in = new ArrayList<>();

    private void arrives(String name, boolean urgent) {
        gate.enter(urgent).thenRun(() -> in.add(name));
    }

    @Test
    void theOthersWaitForOneThatIsOver() {
        arrives("a", false);
        arrives("b", false);
        arrives("c", false);
        assertEquals(List.of("a", "b"), in);

        gate.leave();
        assertEquals(List.of("a", "b", "c"), in);
    }

    @Test
    void inTheOrderOfTheirArrival() {
        for (var name : List.of("a", "b", "c", "d", "e")) {
            arrives(name, false);
        }
        for (var i = 0; i < 3; i++) {
            gate.leave();
        }

        assertEquals(List.of("a", "b", "c", "d", "e"), in);
    }

    @Test
    void theUrgentBeforeAllWhoWait() {
        arrives("a", false);
        arrives("b", false);
        arrives("c", false);
        arrives("authorises a push", true);
        arrives("d", false);
        gate.leave();
        gate.leave();

        assertEquals(List.of("a", "b", "authorises a push", "c"), in);
    }

    @Test
    void neverMoreHoweverTheyComeAndGo() {
        var turns = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 100; i++) {
            turns.add(gate.enter(i % 7 == 0));
        }
        for (var over = 0; over <= 98; over++) {
            assertEquals(
                    over + 2, turns.stream().filter(CompletableFuture::isDone).count());
            if (over < 98) {
                gate.leave();
            }
        }
        assertTrue(turns.stream().allMatch(CompletableFuture::isDone));
        gate.leave();
        gate.leave();
        var first = gate.enter(false);
        assertTrue(first.isDone());
        assertFalse(gate.enter(false).isDone() && gate.enter(false).isDone());
    }
}
