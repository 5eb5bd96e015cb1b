package dev.vitrine.local.runtime;

import dev.vitrine.local.catalog.FunctionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The processes of one function. A caller holds a permit from before it has a process until its answer is there.
final class FunctionPool {
    private static final System.Logger LOG = System.getLogger(FunctionPool.class.getName());

    private final FunctionSpec function;
    private final Packages packages;
    private final FunctionEnvironment environment;
    private final LogFile log;
    private final RuntimeSettings settings;
    private final RuntimeObserver observer;
    private final Semaphore permits;
    private final AtomicInteger waiting = new AtomicInteger();
    /// Most recently used first: what is used little becomes old enough to be reaped.
    private final Deque<FunctionProcess> idle = new ConcurrentLinkedDeque<>();

    private final Set<FunctionProcess> alive = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    FunctionPool(
            FunctionSpec function,
            Packages packages,
            FunctionEnvironment environment,
            LogFile log,
            RuntimeSettings settings,
            RuntimeObserver observer) {
        this.function = function;
        this.packages = packages;
        this.environment = environment;
        this.log = log;
        this.settings = settings;
        this.observer = observer;
        this.permits = new Semaphore(function.concurrency(), true);
    }

    InvocationResult invoke(byte[] payload, Optional<String> trace) throws InterruptedException {
        if (closed || !enter()) {
            observer.throttled(function.name());
            return new InvocationResult.Throttled(function.name());
        }
        try {
            return new Attempt(this, function, log, observer).run(payload, trace, settings.init());
        } finally {
            permits.release();
        }
    }

    private boolean enter() throws InterruptedException {
        if (permits.tryAcquire()) {
            return true;
        }
        if (waiting.incrementAndGet() > settings.maxWaiting()) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return permits.tryAcquire(settings.maxWait().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /// An idle process of the package as it is now.
    Optional<FunctionProcess> warm() {
        var current = packages.folder(function.artefact());
        for (var process = idle.pollFirst(); process != null; process = idle.pollFirst()) {
            if (process.usable(current)) {
                return Optional.of(process);
            }
            stopLater(process);
        }
        return Optional.empty();
    }

    FunctionProcess cold() {
        try {
            var folder = packages.folder(function.artefact());
            var cache = packages.aotCache(function.artefact());
            var process = FunctionProcess.start(function, folder, cache, environment, log);
            alive.add(process);
            observer.processStarted(function.name(), process.pid());
            process.ended().thenRun(() -> ended(process));
            if (closed) {
                stopLater(process);
            }
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + function.name(), e);
        }
    }

    private void ended(FunctionProcess process) {
        alive.remove(process);
        idle.remove(process);
        observer.processEnded(function.name(), process.pid());
    }

    /// Gives a process back that answered in time.
    void free(FunctionProcess process) {
        idle.addFirst(process);
        if (closed) {
            stopLater(process);
        }
    }

    void reap(Instant now) {
        for (var process = idle.peekLast(); process != null; process = idle.peekLast()) {
            if (!process.idleSince().plus(settings.idle()).isBefore(now)) {
                return;
            }
            if (idle.removeLastOccurrence(process)) {
                stopLater(process);
            }
        }
    }

    private void stopLater(FunctionProcess process) {
        Thread.ofVirtual().name(function.name() + "-stop").start(() -> stop(process));
    }

    private void stop(FunctionProcess process) {
        try {
            process.stop(settings.stop());
        } catch (InterruptedException e) {
            process.kill();
            Thread.currentThread().interrupt();
        }
    }

    /// No new process from now on; those that run are told to go.
    void close() {
        closed = true;
        alive.forEach(this::stopLater);
    }

    /// Blocks until the last process is gone.
    void awaitGone() {
        for (var process : alive) {
            LOG.log(System.Logger.Level.DEBUG, "waiting for {0} ({1})", function.name(), process.pid());
            process.ended().join();
        }
    }
}
