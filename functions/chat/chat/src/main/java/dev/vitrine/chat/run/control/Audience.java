package dev.vitrine.chat.run.control;

import dev.vitrine.model.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// The sockets of a room, each with its own cursor. A socket that is busy with its last batch is left alone,
/// and the next time gets everything since; one that was slow or failed waits for one of a few places of its
/// own. So nobody waits for anybody.
///
/// Posts run on the executor; everything else is called by one thread.
final class Audience {
    private static final Logger LOG = Logger.getLogger(Audience.class);
    /// A socket that fails so often in a row is closed: its client comes back with its cursor.
    static final int FAILURES = 5;
    /// A socket that is so many items behind is closed as well: the runner keeps no more for one reader.
    static final int BEHIND = 3000;
    /// A post that takes longer marks its socket as slow. The gateway answers in some milliseconds.
    static final Duration SLOW = Duration.ofMillis(250);

    private final RoomId room;
    private final Push push;
    private final Executor executor;
    private final Places places;
    private final Consumer<String> forget;
    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private long served;

    /// Posts of the whole process under way at once.
    record Places(Semaphore healthy, Semaphore slow) {
        Places(int all, int slow) {
            this(new Semaphore(all - slow), new Semaphore(slow));
        }
    }

    /// @param served what the sockets have already
    /// @param forget told of sockets that are gone
    Audience(RoomId room, long served, Push push, Executor executor, Places places, Consumer<String> forget) {
        this.room = room;
        this.served = served;
        this.push = push;
        this.executor = executor;
        this.places = places;
        this.forget = forget;
    }

    private static final class Reader {
        private final String connection;
        private long cursor;
        private boolean busy;
        private boolean slow;
        private int failures;

        Reader(String connection, long cursor) {
            this.connection = connection;
            this.cursor = cursor;
        }
    }

    /// Whoever is new was shown everything up to the number beside them when they joined. Somebody who was
    /// here is served from where they are.
    void meet(Map<String, Long> joined) {
        synchronized (readers) {
            readers.keySet().retainAll(joined.keySet());
            joined.forEach((connection, shown) ->
                    readers.computeIfAbsent(connection, name -> new Reader(name, Math.max(served, shown))));
        }
    }

    /// From here on sockets bring what comes behind this number: the segments have brought the rest.
    void startAt(long number) {
        synchronized (readers) {
            served = Math.max(served, number);
            readers.values().forEach(reader -> reader.cursor = Math.max(reader.cursor, number));
        }
    }

    void serve(Tail tail, long until) {
        for (var reader : behind(until)) {
            executor.execute(() -> close(reader));
        }
        for (var reader : waiting(until)) {
            var batch = tail.batch(reader.cursor, until);
            executor.execute(() -> post(reader, batch));
        }
        served = Math.max(served, until);
    }

    /// Up to where every socket has everything.
    long sent() {
        synchronized (readers) {
            return readers.values().stream()
                    .mapToLong(reader -> reader.cursor)
                    .min()
                    .orElse(served);
        }
    }

    /// Waits until no post is under way, or until the time is over.
    void settle(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (readers) {
            while (readers.values().stream().anyMatch(reader -> reader.busy)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                readers.wait(left);
            }
        }
    }

    private List<Reader> behind(long until) {
        synchronized (readers) {
            return readers.values().stream()
                    .filter(reader -> reader.cursor < until - BEHIND)
                    .toList();
        }
    }

    private List<Reader> waiting(long until) {
        var waiting = new ArrayList<Reader>();
        synchronized (readers) {
            for (var reader : readers.values()) {
                if (!reader.busy && reader.cursor < until) {
                    reader.busy = true;
                    waiting.add(reader);
                }
            }
        }
        return waiting;
    }

    private void post(Reader reader, Tail.Batch batch) {
        var place = reader.slow ? places.slow() : places.healthy();
        place.acquireUninterruptibly();
        long began = System.nanoTime();
        try {
            posted(reader, batch, push.post(reader.connection, batch.frame()));
        } catch (RuntimeException failure) {
            failed(reader, failure);
        } finally {
            place.release();
            free(reader, System.nanoTime() - began);
        }
    }

    private void posted(Reader reader, Tail.Batch batch, Push.Posted outcome) {
        switch (outcome) {
            case DELIVERED -> {
                synchronized (readers) {
                    reader.cursor = Math.max(reader.cursor, batch.until());
                    reader.failures = 0;
                }
            }
            case GONE -> giveUp(reader);
            case BUSY -> LOG.debugf("the gateway takes no more; room %s waits", room);
        }
    }

    private void failed(Reader reader, RuntimeException failure) {
        reader.failures++;
        LOG.debugf(failure, "a post into room %s failed, %d in a row", room, reader.failures);
        if (reader.failures >= FAILURES) {
            LOG.warnf(failure, "a socket of room %s is given up after %d failures", room, FAILURES);
            close(reader);
        }
    }

    private void close(Reader reader) {
        giveUp(reader);
        try {
            push.close(reader.connection);
        } catch (RuntimeException unclosed) {
            LOG.warnf(unclosed, "a socket of room %s was not closed", room);
        }
    }

    /// If it comes back, by a ping say, it is met as somebody new, sees a gap and joins again.
    private void giveUp(Reader reader) {
        synchronized (readers) {
            readers.remove(reader.connection, reader);
        }
        forget.accept(reader.connection);
    }

    private void free(Reader reader, long tookNanos) {
        synchronized (readers) {
            reader.slow = reader.failures > 0 || tookNanos > SLOW.toNanos();
            reader.busy = false;
            readers.notifyAll();
        }
    }
}
