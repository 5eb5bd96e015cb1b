package dev.vitrine.local.runtime;

import dev.vitrine.local.catalog.FunctionSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The processes of one function. A caller holds a permit from before it has a process until its answer is there.
final class FunctionPool {
    /// A busy process is waited for this part of what a start takes.
    private static final int PATIENCE_DIVISOR = 2;

    private final FunctionSpec function;
    private final Packages packages;
    private final FunctionEnvironment environment;
    private final LogFile log;
    private final RuntimeSettings settings;
    private final RuntimeObserver observer;
    private final StartGate gate;
    private final Semaphore permits;
    private final AtomicInteger waiting = new AtomicInteger();
    /// Guarded by the lock, like everything below it. Most recently used first: what is used little becomes old
    /// enough to be reaped.
    private final Deque<FunctionProcess> idle = new ArrayDeque<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /// The one start that is going on, or null.
    private Starting starting;

    private Duration lastInit = Duration.ZERO;
    private long lastReady = System.nanoTime();

    private final Set<FunctionProcess> alive = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    FunctionPool(
            FunctionSpec function,
            Packages packages,
            FunctionEnvironment environment,
            LogFile log,
            RuntimeSettings settings,
            RuntimeObserver observer,
            StartGate gate) {
        this.function = function;
        this.packages = packages;
        this.environment = environment;
        this.log = log;
        this.settings = settings;
        this.observer = observer;
        this.gate = gate;
        this.permits = new Semaphore(function.concurrency(), true);
    }

    InvocationResult invoke(byte[] payload, Optional<String> trace) throws InterruptedException {
        if (closed || !enter()) {
            observer.throttled(function.name());
            return new InvocationResult.Throttled(function.name());
        }
        try {
            return new Attempt(this, function, log, observer).run(payload, trace);
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

    /// A process for one invocation: an idle one, else whichever is ready first, a busy one or a new one.
    ///
    /// One start at a time, and only after a caller has waited for a busy process half as long as a start takes:
    /// with few cores three starts side by side take three times as long as one.
    Claim take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (var since = System.nanoTime(); ; ) {
                var free = pollIdle();
                if (free.isPresent()) {
                    return new Claim.Ready(free.get(), free.get().claimInit());
                }
                if (starting == null && patienceNanos(since) <= 0) {
                    starting = start();
                }
                var awaited = starting;
                changed.awaitNanos(
                        awaited == null ? patienceNanos(since) : settings.init().toNanos());
                if (awaited != null && idle.isEmpty()) {
                    var failure = awaited.failure();
                    if (failure.isPresent()) {
                        return failure.get();
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// How much longer a busy process is worth waiting for.
    private long patienceNanos(long since) {
        var busy = !alive.isEmpty();
        var from = Math.max(since, lastReady);
        return busy ? from + lastInit.toNanos() / PATIENCE_DIVISOR - System.nanoTime() : 0;
    }

    /// An idle process of the package as it is now.
    private Optional<FunctionProcess> pollIdle() {
        var current = packages.folder(function.artefact());
        for (var process = idle.pollFirst(); process != null; process = idle.pollFirst()) {
            if (process.usable(current)) {
                return Optional.of(process);
            }
            stopLater(process);
        }
        return Optional.empty();
    }

    private Starting start() {
        var begun = new Starting();
        Thread.ofVirtual().name(function.name() + "-start").start(() -> startInTurn(begun));
        return begun;
    }

    /// What it waits in the line is no part of its init: the bound on that begins with the process.
    private void startInTurn(Starting begun) {
        gate.enter(settings.urgent().contains(function.name())).join();
        try {
            start(begun);
        } finally {
            gate.leave();
        }
    }

    private void start(Starting begun) {
        try {
            var process = launch();
            var error = process.awaitReady(settings.init());
            var init = process.age();
            var words = error.isPresent() ? process.initFailureWords(error.get()) : "";
            locked(() -> {
                starting = null;
                error.ifPresentOrElse(e -> begun.refused(process, e, words, init), () -> ready(process, init));
            });
        } catch (IOException | RuntimeException e) {
            locked(() -> {
                starting = null;
                begun.broke(new IOException("function " + function.name(), e));
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a start", e);
        }
    }

    /// Whoever waits looks again afterwards.
    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void ready(FunctionProcess process, Duration init) {
        lastInit = init;
        lastReady = System.nanoTime();
        process.ready(init);
        idle.addFirst(process);
    }

    private FunctionProcess launch() throws IOException {
        var folder = packages.folder(function.artefact());
        var cache = packages.aotCache(function.artefact());
        if (closed) {
            throw new IOException("the local cloud stops");
        }
        var process = FunctionProcess.start(function, folder, cache, environment, log);
        alive.add(process);
        process.ended().thenRun(() -> ended(process));
        try {
            observer.processStarted(function.name(), process.pid());
        } catch (RuntimeException e) { // on a full disk nobody can note that it must not be left behind
            process.kill();
            throw e;
        }
        if (closed) {
            stopLater(process);
        }
        return process;
    }

    private void ended(FunctionProcess process) {
        observer.processEnded(function.name(), process.pid());
        locked(() -> {
            alive.remove(process);
            // one that died before anybody had it is left to a waiter, who tells; else it would be started for ever
            if (!process.unclaimed() || !lock.hasWaiters(changed)) {
                idle.remove(process);
            }
        });
    }

    /// Gives a process back that answered in time.
    void free(FunctionProcess process) {
        locked(() -> idle.addFirst(process));
        if (closed) {
            stopLater(process);
        }
    }

    void reap(Instant now) {
        locked(() -> {
            for (var process = idle.peekLast(); process != null; process = idle.peekLast()) {
                if (!process.idleSince().plus(settings.idle()).isBefore(now)) {
                    return;
                }
                stopLater(idle.removeLast());
            }
        });
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

    /// Blocks until the last process is gone and the observer knows.
    void awaitGone() {
        lock.lock();
        try {
            while (!alive.isEmpty()) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
