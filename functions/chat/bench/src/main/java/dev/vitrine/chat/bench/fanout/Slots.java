package dev.vitrine.chat.bench.fanout;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;

/// Reads every segment of a room once, so that clients that come back can be checked against what follows. On
/// the loop.
final class Slots {
    private static final long RETRY_MILLIS = 100;

    private final Vertx vertx;
    private final CrowdedRoom room;
    private final Map<Long, Promise<Segment>> slots = new HashMap<>();
    private long next;
    private long until;
    private boolean stopped;

    Slots(Vertx vertx, CrowdedRoom room) {
        this.vertx = vertx;
        this.room = room;
    }

    void start() {
        next = room.slotNow();
        schedule(0);
    }

    void stop() {
        stopped = true;
    }

    /// The newest number that is known to have been given; 0 before the first segment.
    long until() {
        return until;
    }

    /// Comes when the segment is there.
    Future<Segment> slot(long number) {
        return slots.computeIfAbsent(number, _ -> Promise.promise()).future();
    }

    private void schedule(long atLeast) {
        if (!stopped) {
            var due = (next + 1) * room.slotMillis() - System.currentTimeMillis();
            vertx.setTimer(Math.max(1, Math.max(atLeast, due)), _ -> read());
        }
    }

    private void read() {
        room.origin().fetch(room.path(next)).onComplete(answer -> {
            if (answer.failed() || !answer.result().found()) {
                schedule(RETRY_MILLIS);
                return;
            }
            var segment = Segment.read(answer.result().body());
            until = segment.heard().until();
            slots.computeIfAbsent(next, _ -> Promise.promise()).tryComplete(segment);
            next++;
            schedule(0);
        });
    }
}
