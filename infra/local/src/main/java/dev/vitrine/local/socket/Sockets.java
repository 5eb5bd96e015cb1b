package dev.vitrine.local.socket;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// All sockets: who may come in, who is there to be posted to, who is not quite gone.
final class Sockets {
    private final SocketSettings settings;
    private final Budget inboxes;
    private final Budget outboxes;
    /// Takes posts.
    private final Map<String, OpenSocket> open = new ConcurrentHashMap<>();
    /// Has a connection.
    private final Set<OpenSocket> connected = ConcurrentHashMap.newKeySet();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /// Guarded by the lock, like everything below it: places taken, also by handshakes that are being
    /// decided.
    private final Map<String, Integer> places = new HashMap<>();

    private final Map<String, Integer> guestPlaces = new HashMap<>();
    private int guests;
    private int taken;
    /// Accepted, and `$disconnect` not yet told.
    private int unsettled;

    private boolean closed;

    Sockets(SocketSettings settings) {
        this.settings = settings;
        this.inboxes = new Budget(settings.inboxes());
        this.outboxes = new Budget(settings.outboxes());
    }

    SocketSettings settings() {
        return settings;
    }

    Budget inboxes() {
        return inboxes;
    }

    Budget outboxes() {
        return outboxes;
    }

    /// Takes a place for a handshake; [#release(Caller)] or [#gone(OpenSocket)] gives it back. Guests
    /// leave some to those who bring a token.
    boolean admit(Caller caller) {
        lock.lock();
        try {
            if (closed
                    || taken >= settings.connections()
                    || own(places, caller) >= settings.connectionsPerSource()
                    || caller.guest() && guestsAreFull(caller)) {
                return false;
            }
            taken++;
            places.merge(caller.sourceIp(), 1, Integer::sum);
            if (caller.guest()) {
                guests++;
                guestPlaces.merge(caller.sourceIp(), 1, Integer::sum);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean guestsAreFull(Caller caller) {
        return guests >= settings.guests() || own(guestPlaces, caller) >= settings.guestsPerSource();
    }

    private static int own(Map<String, Integer> places, Caller caller) {
        return places.getOrDefault(caller.sourceIp(), 0);
    }

    void release(Caller caller) {
        lock.lock();
        try {
            taken--;
            giveBack(places, caller);
            if (caller.guest()) {
                guests--;
                giveBack(guestPlaces, caller);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void giveBack(Map<String, Integer> places, Caller caller) {
        places.computeIfPresent(caller.sourceIp(), (_, own) -> own == 1 ? null : own - 1);
    }

    /// From here on it can be posted to.
    ///
    /// @return false when the local cloud is stopping
    boolean enter(OpenSocket socket) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            unsettled++;
            connected.add(socket);
            open.put(socket.id(), socket);
            socket.traffic().opened();
            return true;
        } finally {
            lock.unlock();
        }
    }

    Optional<OpenSocket> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /// It takes no posts any more.
    void leave(OpenSocket socket) {
        open.remove(socket.id());
    }

    /// Its connection is over.
    void gone(OpenSocket socket) {
        connected.remove(socket);
        socket.traffic().closed();
        release(socket.caller());
    }

    /// Its end was told.
    void settled(OpenSocket socket) {
        lock.lock();
        try {
            unsettled--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void check() {
        var now = System.nanoTime();
        connected.forEach(socket -> socket.check(now));
    }

    /// Nobody comes in any more, everybody is sent away.
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        connected.forEach(socket -> socket.close(Closing.GOING_AWAY));
    }

    void cut() {
        connected.forEach(OpenSocket::cut);
    }

    /// @return whether every end was told within the bound
    boolean awaitSettled(Duration bound) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = bound.toNanos();
            while ((unsettled > 0 || taken > 0) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return unsettled == 0 && taken == 0;
        } finally {
            lock.unlock();
        }
    }
}
