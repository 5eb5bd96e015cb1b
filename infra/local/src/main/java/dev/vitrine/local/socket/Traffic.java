package dev.vitrine.local.socket;

import java.util.concurrent.atomic.LongAdder;

/// Counts what happened on one path since the start.
final class Traffic {
    private final String path;
    private final String function;
    private final LongAdder opened = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder flooded = new LongAdder();
    private final LongAdder limited = new LongAdder();
    private final LongAdder stalled = new LongAdder();

    Traffic(String path, String function) {
        this.path = path;
        this.function = function;
    }

    void opened() {
        opened.increment();
    }

    void closed() {
        closed.increment();
    }

    void refused() {
        refused.increment();
    }

    void received() {
        received.increment();
    }

    void sent() {
        sent.increment();
    }

    void failed() {
        failed.increment();
    }

    void flooded() {
        flooded.increment();
    }

    void limited() {
        limited.increment();
    }

    void stalled() {
        stalled.increment();
    }

    SocketFigures figures() {
        var before = closed.sum();
        return new SocketFigures(
                path,
                function,
                Math.max(0, opened.sum() - before),
                opened.sum(),
                refused.sum(),
                received.sum(),
                sent.sum(),
                failed.sum(),
                flooded.sum(),
                limited.sum(),
                stalled.sum());
    }
}
