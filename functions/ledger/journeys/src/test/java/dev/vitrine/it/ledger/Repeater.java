package dev.vitrine.it.ledger;

import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.LocalQueue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Delivers messages of queues twice, as SQS may, until it is closed.
final class Repeater implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final List<LocalQueue> queues;
    private final AtomicInteger repeated = new AtomicInteger();
    private final Thread thread;
    private volatile boolean closed;

    Repeater(Cloud cloud, String... names) {
        queues = Stream.of(names).map(name -> new LocalQueue(cloud, name)).toList();
        thread = Thread.ofVirtual().name("repeater").start(this::run);
    }

    private void run() {
        while (!closed) {
            queues.forEach(this::repeat);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void repeat(LocalQueue queue) {
        try {
            repeated.addAndGet(queue.repeatSome());
        } catch (RuntimeException away) {
            // the local cloud is killed now and then: next time
        }
    }

    /// Messages that came twice.
    int repeated() {
        return repeated.get();
    }

    /// Comes back when nothing is repeated any more.
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
