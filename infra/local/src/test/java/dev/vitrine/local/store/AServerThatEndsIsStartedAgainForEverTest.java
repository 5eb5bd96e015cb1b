package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.life.Signal;
import dev.vitrine.local.supervision.AClock;
import dev.vitrine.local.supervision.Condition;
import dev.vitrine.local.supervision.RestartPause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AServerThatEndsIsStartedAgainForEverTest {
    private static final int KILLED = 137;

    private final AClock clock = new AClock();
    private final Condition condition = new Condition("store", "The store");
    private final List<Duration> pauses = new ArrayList<>();
    private final List<AProcess> started = new ArrayList<>();
    private int refusals;

    private final Supervised server = new Supervised(condition, this::launch, clock, pauses::add, Runnable::run);

    /// A server that ends when a test says so.
    private static final class AProcess extends Process {
        private final CompletableFuture<Process> exit = new CompletableFuture<>();

        void end() {
            exit.complete(this);
        }

        @Override
        public CompletableFuture<Process> onExit() {
            return exit;
        }

        @Override
        public int exitValue() {
            return KILLED;
        }

        @Override
        public boolean isAlive() {
            return !exit.isDone();
        }

        @Override
        public void destroy() {
            end();
        }

        @Override
        public int waitFor() {
            return KILLED;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }
    }

    private Process launch() throws IOException {
        if (refusals > 0) {
            refusals--;
            throw new IOException("no space left on device");
        }
        var process = new AProcess();
        started.add(process);
        return process;
    }

    private void endsAfter(Duration up) {
        clock.pass(up);
        started.getLast().end();
    }

    @Test
    void howeverOftenItEnds() throws Exception {
        server.start();
        for (var i = 0; i < 100; i++) {
            endsAfter(Duration.ofSeconds(1));
        }

        assertEquals(101, started.size());
        assertTrue(started.getLast().isAlive());
    }

    @Test
    void afterPausesThatDoubleFromAFifthOfASecondToTenSeconds() throws Exception {
        server.start();
        for (var i = 0; i < 8; i++) {
            endsAfter(Duration.ofSeconds(1));
        }

        assertEquals(
                List.of(200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 10_000L, 10_000L),
                pauses.stream().map(Duration::toMillis).toList());
    }

    @Test
    void withShortPausesAgainOnceItStayedUpForAWhile() throws Exception {
        server.start();
        for (var i = 0; i < 8; i++) {
            endsAfter(Duration.ofSeconds(1));
        }
        endsAfter(RestartPause.STEADY);

        assertEquals(RestartPause.SHORTEST, pauses.getLast());
    }

    @Test
    void howeverOftenItCannotBeStarted() throws Exception {
        server.start();
        refusals = 50;
        endsAfter(Duration.ofHours(1));

        assertEquals(2, started.size());
        assertEquals(51, pauses.size());
        assertEquals(RestartPause.LONGEST, pauses.getLast());
    }

    @Test
    void andItsEndIsToldAtOnce() throws Exception {
        var console = new ArrayList<String>();
        condition.tellTo(console::add);
        server.start();
        endsAfter(Duration.ofSeconds(1));

        assertEquals(List.of("The store is down: ended with code 137"), console);
    }

    @Test
    void butNotOnceItWasStopped() throws Exception {
        var later = new ArrayList<Runnable>();
        var stopped = new Supervised(condition, this::launch, clock, pauses::add, later::add);
        stopped.start();
        started.getLast().end();
        stopped.stop(Signal.KILL, Duration.ZERO);
        later.forEach(Runnable::run);

        assertEquals(1, later.size());
        assertEquals(1, started.size());
        assertTrue(condition.state().up());
    }
}
