package dev.vitrine.local.store;

import dev.vitrine.local.life.Signal;
import dev.vitrine.local.supervision.Condition;
import dev.vitrine.local.supervision.RestartPause;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server process that is started again whenever it ends without having been asked to, for ever, as a managed
/// service would be. Pauses grow while it does not stay up.
final class Supervised {

    private static final Logger LOG = System.getLogger(Supervised.class.getName());

    private final Condition condition;
    private final Launch launch;
    private final InstantSource clock;
    private final Rest rest;
    private final Executor restarts;
    private final RestartPause pause = new RestartPause();
    private volatile Process process;
    private volatile Instant ready = Instant.EPOCH;
    private volatile Thread restarting;
    private volatile boolean stopping;

    /// @param condition is told when the server ended; whoever asks the server says when it is back
    Supervised(Condition condition, Launch launch) {
        this(condition, launch, InstantSource.system(), Thread::sleep, task -> Thread.ofVirtual()
                .name("restart-" + condition.state().key())
                .start(task));
    }

    Supervised(Condition condition, Launch launch, InstantSource clock, Rest rest, Executor restarts) {
        this.condition = condition;
        this.launch = launch;
        this.clock = clock;
        this.rest = rest;
        this.restarts = restarts;
    }

    /// Starts the server and returns once it is ready; what it started before a failure is ended.
    @FunctionalInterface
    interface Launch {
        Process untilReady() throws Exception;
    }

    /// Time that passes.
    @FunctionalInterface
    interface Rest {
        void sleep(Duration pause) throws InterruptedException;
    }

    void start() throws Exception {
        watch(launch.untilReady());
    }

    long pid() {
        return process.pid();
    }

    /// Ends a server that hangs, with its children, which hang as well; then it is started again. One that is being
    /// started is left alone.
    void kill() {
        Process hanging = process;
        if (hanging == null || !hanging.isAlive() || restarting != null) {
            return;
        }
        LOG.log(Level.WARNING, "{0} does not answer and is killed", name());
        killWithChildren(hanging);
    }

    /// Asks by `signal`, kills after `bound`.
    void stop(Signal signal, Duration bound) throws InterruptedException {
        stopping = true;
        Thread underWay = restarting;
        if (underWay != null) {
            underWay.interrupt();
        }
        Process last = process;
        if (last == null || !last.isAlive()) {
            return;
        }
        signal.send(last.pid());
        if (!last.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
            killWithChildren(last);
            last.waitFor();
        }
    }

    private static void killWithChildren(Process process) {
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    private void watch(Process started) {
        process = started;
        ready = clock.instant();
        if (stopping) {
            started.destroyForcibly();
            return;
        }
        started.onExit().thenAcceptAsync(this::restart, restarts);
    }

    private void restart(Process ended) {
        if (stopping) {
            return;
        }
        restarting = Thread.currentThread();
        condition.down("ended with code " + ended.exitValue());
        try {
            Process next = untilStarted(Duration.between(ready, clock.instant()));
            restarting = null;
            watch(next);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Process untilStarted(Duration stayedUp) throws InterruptedException {
        Duration lasted = stayedUp;
        while (true) {
            rest.sleep(pause.next(lasted));
            if (stopping) {
                throw new InterruptedException(name());
            }
            try {
                return launch.untilReady();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                LOG.log(Level.WARNING, "{0} could not be started again: {1}", name(), e);
                lasted = Duration.ZERO;
            }
        }
    }

    private String name() {
        return condition.state().name();
    }
}
