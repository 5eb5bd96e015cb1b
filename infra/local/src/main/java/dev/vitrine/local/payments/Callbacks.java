package dev.vitrine.local.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets sessions move by themselves: expire, tell, try again. One thing at a time for each session.
final class Callbacks implements AutoCloseable {
    /// Attempts under way at once.
    static final int MAX_AT_ONCE = 16;

    private static final System.Logger LOG = System.getLogger(Callbacks.class.getName());
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final SessionBook book;
    private final CallbackSender sender;
    private final SandboxSettings settings;
    private final Clock clock;
    private final Supplier<String> eventIds;
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("payments").factory());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore attempts = new Semaphore(MAX_AT_ONCE);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Callbacks(
            SessionBook book, CallbackSender sender, SandboxSettings settings, Clock clock, Supplier<String> eventIds) {
        this.book = book;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
        this.eventIds = eventIds;
    }

    /// Wakes the session when it has something to do; to be called after every change of it.
    void plan(Session session) {
        session.wakeAt().ifPresent(at -> plan(session.id(), Duration.between(clock.instant(), at)));
    }

    private void plan(String id, Duration wait) {
        try {
            timers.schedule(() -> workers.execute(() -> wake(id)), Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    /// Who finds the session busy may leave: whoever is at it looks again when done.
    private void wake(String id) {
        if (closed || !busy.add(id)) {
            return;
        }
        var moved = false;
        try {
            book.change(id, session -> session.expired(clock.instant(), eventIds))
                    .ifPresent(this::tell);
            moved = true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "payment session " + id + " cannot move; it is tried again", e);
        } finally {
            busy.remove(id);
        }
        if (moved) {
            book.find(id).ifPresent(this::plan);
        } else {
            plan(id, settings.maxRetry());
        }
    }

    private void tell(Session session) {
        var notice = session.next().filter(next -> !next.dueAt().isAfter(clock.instant()));
        if (notice.isEmpty()) {
            return;
        }
        attempts.acquireUninterruptibly();
        boolean taken;
        try {
            taken = sender.send(session, notice.get());
        } finally {
            attempts.release();
        }
        if (closed) {
            // Cut by the stop: no attempt of the merchant's making. The next start makes it again.
            return;
        }
        book.change(session.id(), now -> now.with(notice.get().attempted(taken, clock.instant(), settings)));
    }

    @Override
    public void close() {
        closed = true;
        timers.shutdownNow();
        sender.close();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "callbacks are still under way after " + CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
