package dev.vitrine.live.rtmp;

import dev.vitrine.live.flv.FlvTag;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Tags on their way from a connection to its sink, bounded by bytes: the connection waits for room and so does not
/// read its socket.
final class TagQueue {
    /// A tag, and when it came: by [System#nanoTime], in milliseconds.
    record Arrived(FlvTag tag, long atMillis) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition tags = lock.newCondition();
    private final Queue<Arrived> waiting = new ArrayDeque<>();
    private final int capacity;
    private final long stallNanos;
    private int weight;
    private long takenAt = System.nanoTime();
    private boolean closed;

    TagQueue(int capacity, Duration stall) {
        this.capacity = capacity;
        this.stallNanos = stall.toNanos();
    }

    /// Waits for room. Answers false when nothing was taken for too long; a closed queue drops the tag.
    boolean offer(Arrived arrived) throws InterruptedException {
        FlvTag tag = arrived.tag();
        lock.lockInterruptibly();
        try {
            long since = System.nanoTime();
            while (!closed && weight > 0 && weight + tag.weight() > capacity) {
                long left = Math.max(since, takenAt) + stallNanos - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                room.awaitNanos(left);
            }
            if (!closed) {
                waiting.add(arrived);
                weight += tag.weight();
                tags.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a tag, at most so long; empty at the limit, and once the queue is drained.
    Optional<Arrived> take(Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            takenAt = System.nanoTime();
            long left = limit.toNanos();
            while (waiting.isEmpty() && !closed && left > 0) {
                left = tags.awaitNanos(left);
            }
            Arrived arrived = waiting.poll();
            if (arrived != null) {
                weight -= arrived.tag().weight();
                takenAt = System.nanoTime();
                room.signal();
            }
            return Optional.ofNullable(arrived);
        } finally {
            lock.unlock();
        }
    }

    /// Whether nothing is inside, and nothing will be.
    boolean drained() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// No more tags; those inside can still be taken.
    void close() {
        lock.lock();
        try {
            closed = true;
            tags.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// No more tags, and those inside are dropped.
    void discard() {
        lock.lock();
        try {
            waiting.clear();
            weight = 0;
        } finally {
            lock.unlock();
        }
        close();
    }

    int weight() {
        lock.lock();
        try {
            return weight;
        } finally {
            lock.unlock();
        }
    }
}
