package dev.vitrine.local.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WhatDoesNotAnswerIsStartedAgainTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final AClock clock = new AClock();
    private final List<String> console = new ArrayList<>();
    private final AStore store = new AStore();
    private final Watch watch = new Watch(store, clock, Duration.ofSeconds(10));

    private final class AStore implements Watched {
        private final Condition condition = new Condition("store", "The store", clock);
        private boolean answers = true;
        private boolean canStart = true;
        private int revivals;

        @Override
        public Condition condition() {
            return condition;
        }

        @Override
        public void probe() throws IOException {
            if (!answers) {
                throw new IOException("connection refused");
            }
        }

        @Override
        public void revive() throws IOException {
            revivals++;
            if (!canStart) {
                throw new IOException("no space left");
            }
        }
    }

    WhatDoesNotAnswerIsStartedAgainTest() {
        store.condition().tellTo(console::add);
    }

    private void rounds(int count) throws InterruptedException {
        for (var i = 0; i < count; i++) {
            clock.pass(SECOND);
            watch.round();
        }
    }

    @Test
    void fewerMissesThanThreeInARowAreNoOutage() throws Exception {
        for (var i = 0; i < 5; i++) {
            store.answers = false;
            rounds(Watch.MISSES - 1);
            store.answers = true;
            rounds(1);
        }

        assertEquals(0, store.revivals);
        assertEquals(List.of(), console);
        assertTrue(store.condition().state().up());
    }

    @Test
    void threeMissesInARowAreToldOnceAndTheStoreIsStartedAgain() throws Exception {
        store.answers = false;
        rounds(Watch.MISSES);

        assertEquals(1, store.revivals);
        assertEquals(List.of("The store is down: connection refused"), console);
        assertEquals("connection refused", store.condition().state().why());
    }

    @Test
    void whatIsBackIsToldOnceWithTheTimeItWasDown() throws Exception {
        store.answers = false;
        rounds(Watch.MISSES + 2);
        store.answers = true;
        rounds(3);

        assertEquals(List.of("The store is down: connection refused", "The store is back after 3.0 s"), console);
        var state = store.condition().state();
        assertTrue(state.up());
        assertEquals(1, state.outages());
        assertEquals(Duration.ofSeconds(3), state.down());
    }

    @Test
    void aStartThatFailsIsTriedForEverAtMostTenSecondsApart() throws Exception {
        store.answers = false;
        store.canStart = false;
        rounds(1_000);

        assertTrue(store.revivals >= 1_000 / RestartPause.LONGEST.toSeconds() - 5, "tried " + store.revivals);
        store.canStart = true;
        store.answers = true;
        rounds(1);
        assertTrue(store.condition().state().up());
    }

    @Test
    void aStoreThatHangsAgainAfterEachStartIsStartedMoreAndMoreRarely() throws Exception {
        store.answers = false;
        rounds(12);
        var atFirst = store.revivals;
        rounds(100);

        assertEquals(4, atFirst); // each third miss
        assertTrue(store.revivals - atFirst <= 100 / RestartPause.LONGEST.toSeconds() + 3, "" + store.revivals);
    }

    @Test
    void whatHangsInItsAnswerIsAMiss() throws Exception {
        var never = new CountDownLatch(1);
        var hanging = new Watched() {
            private int revivals;

            @Override
            public Condition condition() {
                return store.condition();
            }

            @Override
            public void probe() throws InterruptedException {
                never.await();
            }

            @Override
            public void revive() {
                revivals++;
            }
        };
        var impatient = new Watch(hanging, clock, SHORT);
        for (var i = 0; i < Watch.MISSES; i++) {
            impatient.round();
        }

        assertEquals(1, hanging.revivals);
        assertEquals(List.of("The store is down: no answer within 0.0 s"), console);
    }
}
