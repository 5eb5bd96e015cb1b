package dev.vitrine.live.rtmp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Tags on their way from a connection to its sink, bounded by bytes: the connection waits for room and so does not
/// read its socket.
final class TagQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition tags = lock.newCondition();
    private final Queue<FlvTag> waiting = new ArrayDeque<>();
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
    boolean offer(FlvTag tag) throws InterruptedException {
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
                waiting.add(tag);
                weight += tag.weight();
                tags.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a tag; empty once the queue is closed and drained.
    Optional<FlvTag> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            takenAt = System.nanoTime();
            while (waiting.isEmpty() && !closed) {
                tags.await();
            }
            FlvTag tag = waiting.poll();
            if (tag != null) {
                weight -= tag.weight();
                takenAt = System.nanoTime();
                room.signal();
            }
            return Optional.ofNullable(tag);
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
