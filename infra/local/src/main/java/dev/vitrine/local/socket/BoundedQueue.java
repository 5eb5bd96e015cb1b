package dev.vitrine.local.socket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Entries on their way from many threads to one: bounded in number and bytes, on its own and with all
/// others of its kind.
///
/// @param <E> an entry
final class BoundedQueue<E> {
    /// What became of an entry.
    enum Offer {
        TAKEN,
        FULL,
        /// Nothing is taken any more.
        ENDED
    }

    private record Entry<E>(E value, int bytes) {}

    private final SocketSettings.Bound bound;
    private final Budget budget;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /// Guarded by the lock, like everything below it.
    private final ArrayDeque<Entry<E>> entries = new ArrayDeque<>();

    private int bytes;
    private boolean ended;

    BoundedQueue(SocketSettings.Bound bound, Budget budget) {
        this.bound = bound;
        this.budget = budget;
    }

    /// Never blocks.
    Offer offer(E value, int size) {
        lock.lock();
        try {
            if (ended) {
                return Offer.ENDED;
            }
            return add(value, size) ? Offer.TAKEN : Offer.FULL;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for room as long as there is none in this queue.
    Offer put(E value, int size) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!ended && full(size)) {
                changed.await();
            }
            if (ended) {
                return Offer.ENDED;
            }
            return add(value, size) ? Offer.TAKEN : Offer.FULL;
        } finally {
            lock.unlock();
        }
    }

    private boolean full(int size) {
        return entries.size() >= bound.entries() || bytes + size > bound.bytes() && !entries.isEmpty();
    }

    private boolean add(E value, int size) {
        if (full(size) || !budget.take(size)) {
            return false;
        }
        append(value, size);
        return true;
    }

    private void append(E value, int size) {
        entries.addLast(new Entry<>(value, size));
        bytes += size;
        changed.signalAll();
    }

    /// Takes nothing more after this last entry, which always has room. Does nothing the second time.
    void endWith(E last) {
        lock.lock();
        try {
            if (!ended) {
                append(last, 0);
                ended = true;
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes nothing more; what waits is still handed out.
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Takes nothing more and forgets what waits.
    void abandon() {
        lock.lock();
        try {
            ended = true;
            budget.give(bytes);
            entries.clear();
            bytes = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Everything that waits, up to `most` bytes but at least one entry; blocks until there is something.
    ///
    /// @return empty when the queue has ended and nothing is left
    List<E> take(int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (entries.isEmpty() && !ended) {
                changed.await();
            }
            var taken = new ArrayList<E>();
            var size = 0;
            while (!entries.isEmpty()
                    && (taken.isEmpty() || size + entries.peekFirst().bytes() <= most)) {
                var entry = entries.removeFirst();
                taken.add(entry.value());
                size += entry.bytes();
            }
            bytes -= size;
            budget.give(size);
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
