package dev.vitrine.it.ledger;

import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A guest in a room who comes back with the cursor whenever the socket is lost, until it is closed.
final class SteadyReader implements AutoCloseable {
    private static final long LOOKS_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final String room;
    private final ChatSocket socket;
    private volatile boolean closed;

    SteadyReader(Cloud cloud, String room) {
        this.room = room;
        socket = Chatting.enterAsGuest(cloud, room);
        Thread.ofVirtual().name("reader of " + room).start(this::comeBack);
    }

    private void comeBack() {
        while (!closed) {
            LockSupport.parkNanos(LOOKS_EVERY_NANOS);
            if (socket.isClosed() && !closed) {
                try {
                    socket.reconnect();
                } catch (RuntimeException | AssertionError away) {
                    // nobody is there yet: next time
                }
            }
        }
    }

    String room() {
        return room;
    }

    /// Every gift that was shown, in the order shown; one that was shown twice is there twice.
    List<Gift> gifts() {
        return socket.read().items("gift").stream()
                .map(item -> Gift.shown(item.path("body")))
                .toList();
    }

    /// Gaps, repeats and disorder of what was shown.
    List<String> faults() {
        return socket.read().faults();
    }

    @Override
    public void close() {
        closed = true;
        socket.close();
    }
}
