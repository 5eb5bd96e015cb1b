package dev.vitrine.local.store;

import dev.vitrine.local.life.Signal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A server process that is started again when it ends without having been asked to, as a managed service would be.
final class Supervised {

    /// A server that ends more often than this has a reason that a restart does not cure.
    static final int MAX_RESTARTS = 5;

    private static final Logger LOG = System.getLogger(Supervised.class.getName());

    private final String name;
    private final Launch launch;
    private volatile Process process;
    private volatile boolean stopping;
    private int restarts;

    Supervised(String name, Launch launch) {
        this.name = name;
        this.launch = launch;
    }

    /// Starts the server and returns once it is ready; what it started before a failure is ended.
    @FunctionalInterface
    interface Launch {
        Process untilReady() throws Exception;
    }

    void start() throws Exception {
        watch(launch.untilReady());
    }

    long pid() {
        return process.pid();
    }

    /// Asks by `signal`, kills after `bound`.
    void stop(Signal signal, Duration bound) throws InterruptedException {
        stopping = true;
        Process last = process;
        if (last == null || !last.isAlive()) {
            return;
        }
        signal.send(last.pid());
        if (!last.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
            last.destroyForcibly().waitFor();
        }
    }

    private void watch(Process started) {
        process = started;
        if (stopping) {
            started.destroyForcibly();
            return;
        }
        started.onExit().thenAccept(this::restart);
    }

    private synchronized void restart(Process ended) {
        while (!stopping) {
            if (restarts++ == MAX_RESTARTS) {
                LOG.log(Level.ERROR, "{0} ended {1} times and stays down", name, restarts);
                return;
            }
            LOG.log(Level.WARNING, "{0} ended with code {1} and is started again", name, ended.exitValue());
            try {
                watch(launch.untilReady());
                return;
            } catch (Exception e) {
                LOG.log(Level.ERROR, name + " could not be started again", e);
            }
        }
    }
}
