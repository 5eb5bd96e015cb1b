package dev.vitrine.local.socket;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Hands out the places of a function among handshakes, messages and ends of sockets.
///
/// Within a kind the first that came is first. Among kinds that wait they take turns, and none takes
/// the last places that the others would need to have one each: so a thousand sockets that end at once
/// hold up no message by more than the invocations that are going on. A socket has one message, or its
/// end, in here at a time: none overtakes another.
final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
    /// Guarded by the lock, like everything below it.
    private final Map<Turn, Queue<Condition>> waiting = new EnumMap<>(Turn.class);

    private final Map<Turn, Integer> taken = new EnumMap<>(Turn.class);
    private final int kept;
    private int free;
    private Turn last = Turn.DISCONNECT;

    /// @param places invocations at a time
    Turns(int places) {
        this.free = places;
        for (var kind : Turn.values()) {
            waiting.put(kind, new ArrayDeque<>());
            taken.put(kind, 0);
        }
        // of few places none is kept: taking turns has to do
        this.kept = places >= 2 * Turn.values().length ? 1 : 0;
    }

    /// Waits for a place.
    ///
    /// @return false if none was free in time
    boolean take(Turn kind, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var called = lock.newCondition();
            var queue = waiting.get(kind);
            queue.add(called);
            call();
            for (var left = patience.toNanos(); queue.contains(called) && left > 0; ) {
                left = awaitCall(called, left, kind);
            }
            return !queue.remove(called);
        } finally {
            lock.unlock();
        }
    }

    private long awaitCall(Condition called, long nanos, Turn kind) throws InterruptedException {
        try {
            return called.awaitNanos(nanos);
        } catch (InterruptedException e) {
            if (!waiting.get(kind).remove(called)) {
                give(kind);
            }
            throw e;
        }
    }

    void give(Turn kind) {
        lock.lock();
        try {
            taken.merge(kind, -1, Integer::sum);
            free++;
            call();
        } finally {
            lock.unlock();
        }
    }

    /// Gives free places to those whose turn it is.
    private void call() {
        for (var kind = next(); kind != null; kind = next()) {
            taken.merge(kind, 1, Integer::sum);
            free--;
            last = kind;
            waiting.get(kind).remove().signal();
        }
    }

    /// The kind after the last one that may have a place, round and round.
    private Turn next() {
        var kinds = Turn.values();
        for (var i = 1; i <= kinds.length; i++) {
            var kind = kinds[(last.ordinal() + i) % kinds.length];
            if (!waiting.get(kind).isEmpty() && free > keptFromOthers(kind)) {
                return kind;
            }
        }
        return null;
    }

    private int keptFromOthers(Turn kind) {
        var places = 0;
        for (var other : Turn.values()) {
            if (other != kind && taken.get(other) == 0) {
                places += kept;
            }
        }
        return places;
    }
}
