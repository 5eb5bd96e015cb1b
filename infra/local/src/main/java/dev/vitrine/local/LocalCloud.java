package dev.vitrine.local;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Starts its parts stage by stage and stops them in reverse. The parts of one stage do not need each other and start
/// side by side. A start that fails stops what had started.
public final class LocalCloud {

    /// How long one part may take to stop in order before the next one is stopped.
    static final Duration STOP_BOUND = Duration.ofSeconds(10);

    private static final Logger LOG = System.getLogger(LocalCloud.class.getName());

    private final List<List<Service>> stages;
    private final Progress progress;
    private final Deque<Service> started = new ArrayDeque<>();
    private boolean stopping;

    LocalCloud(List<List<Service>> stages, Progress progress) {
        this.stages = stages;
        this.progress = progress;
    }

    /// Returns when every part is ready.
    ///
    /// @throws Exception what the first failing part threw; everything is stopped again
    void start() throws Exception {
        try {
            for (List<Service> stage : stages) {
                startTogether(stage);
            }
        } catch (Exception e) {
            stop();
            throw e;
        }
    }

    /// Stops everything that was started, last first. A second call waits for the first and does nothing.
    synchronized void stop() {
        synchronized (started) {
            stopping = true;
        }
        while (!started.isEmpty()) {
            Service service = started.pop();
            try {
                await(run("stop " + service.name(), service::stop), STOP_BOUND);
            } catch (TimeoutException _) {
                LOG.log(Level.WARNING, "{0} did not stop within {1}", service.name(), STOP_BOUND);
            } catch (Exception e) {
                LOG.log(Level.WARNING, service.name() + " did not stop in order", e);
            }
        }
    }

    private void startTogether(List<Service> stage) throws Exception {
        List<FutureTask<Void>> starts = new ArrayList<>();
        for (Service service : stage) {
            synchronized (started) {
                if (stopping) {
                    throw new InterruptedException("stopped during the start");
                }
                started.push(service);
            }
            starts.add(run("start " + service.name(), () -> {
                long from = System.nanoTime();
                service.start();
                progress.ready(service.name(), Duration.ofNanos(System.nanoTime() - from));
            }));
        }
        Exception failure = null;
        for (FutureTask<Void> start : starts) {
            try {
                await(start, Duration.ofDays(1)); // each part bounds its own start
            } catch (Exception e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static FutureTask<Void> run(String name, Step step) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            step.run();
            return null;
        });
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }

    private static void await(FutureTask<Void> task, Duration bound) throws Exception {
        try {
            task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
