package dev.vitrine.local.socket;

import java.time.Duration;

/// Looks at every socket again and again, as often as the shortest bound needs.
final class Watch {
    private static final int LOOKS_PER_BOUND = 5;
    private static final Duration LONGEST_PERIOD = Duration.ofSeconds(1);

    private final Thread thread;

    Watch(Sockets sockets) {
        var period = period(sockets.settings());
        thread = Thread.ofVirtual().name("socket-watch").start(() -> look(sockets, period));
    }

    private static Duration period(SocketSettings settings) {
        var shortest = LONGEST_PERIOD.multipliedBy(LOOKS_PER_BOUND);
        for (var bound : new Duration[] {settings.idle(), settings.lifetime(), settings.farewell(), settings.stall()}) {
            shortest = bound.compareTo(shortest) < 0 ? bound : shortest;
        }
        return shortest.dividedBy(LOOKS_PER_BOUND);
    }

    private static void look(Sockets sockets, Duration period) {
        try {
            while (true) {
                Thread.sleep(period);
                sockets.check();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        thread.interrupt();
    }
}
