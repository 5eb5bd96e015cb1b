package dev.vitrine.chat.bench.fanout;

import io.vertx.core.Vertx;
import java.util.function.LongFunction;

/// Readers of one edge who ask at the same hundredth of a second: what one of them does, all do. They read
/// slot after slot by the rule of the product's own client (`clients/core/src/chat/segments.ts`).
final class Cohort {
    /// The client's `storedMillis`, `spreadMillis` and `retryMillis`.
    static final long STORED_MILLIS = 300;

    static final int SPREAD_MILLIS = 400;
    private static final long RETRY_MILLIS = 500;

    private final Vertx vertx;
    private final EdgeCache edge;
    private final Reading reading;
    private final long jitterMillis;
    private final long readers;
    private Cursor cursor;
    private long slot;
    private boolean stopped;

    /// What all cohorts share.
    ///
    /// @param slotMillis length of a slot
    /// @param path of a slot's object
    /// @param seen takes what they saw
    record Reading(long slotMillis, LongFunction<String> path, Seen seen) {}

    Cohort(Vertx vertx, EdgeCache edge, Reading reading, long jitterMillis, long readers) {
        this.vertx = vertx;
        this.edge = edge;
        this.reading = reading;
        this.jitterMillis = jitterMillis;
        this.readers = readers;
    }

    void start(long from) {
        slot = from;
        schedule(0);
    }

    void stop() {
        stopped = true;
    }

    private void schedule(long atLeastMillis) {
        if (stopped) {
            return;
        }
        var due = (slot + 1) * reading.slotMillis() + STORED_MILLIS + jitterMillis;
        vertx.setTimer(Math.max(1, Math.max(atLeastMillis, due - System.currentTimeMillis())), _ -> read());
    }

    private void read() {
        edge.ask(reading.path().apply(slot), readers).onSuccess(this::take).onFailure(_ -> {
            reading.seen().failed(readers);
            schedule(RETRY_MILLIS);
        });
    }

    private void take(Stored stored) {
        if (stopped) {
            return;
        }
        if (!stored.found()) {
            reading.seen().early(stored, readers);
            schedule(RETRY_MILLIS);
            return;
        }
        var segment = reading.seen().segment(slot, stored);
        var heard = segment.heard();
        if (cursor == null) {
            cursor = new Cursor(heard.after()); // who joined has everything up to here
        }
        if (cursor.take(heard.after(), heard.until()) == Cursor.Step.GAP) {
            reading.seen().gap(readers);
        }
        reading.seen().read(segment, stored, readers, System.currentTimeMillis());
        slot++;
        schedule(0);
    }
}
