package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Spread;

/// What all readers of one measurement got. Everything that speakers said and that was accepted is expected
/// at every seat of its room; what a seat never showed is lost, whatever the numbers say. One thread's own.
final class Tally {
    private static final double NANOS_PER_MILLI = 1e6;

    private int run;
    private boolean open;
    private long openedNanos;
    private long closedNanos;
    private Counts counts = new Counts(0, 0, 0, 0);
    private long said;
    private long answered;
    private long refused;
    private long expected;
    private long shown;
    private long gaps;
    private long repeats;
    private long broken;
    private Spread latency = new Spread();

    /// Of the time between opening and closing.
    ///
    /// @param items danmaku, likes and whatever else there was
    /// @param said by speakers
    record Counts(long frames, long items, long bytes, long said) {}

    /// @param refused by a rule
    /// @param unanswered said, and neither accepted nor refused
    /// @param broken connections that ended
    record Outcome(
            double seconds,
            Counts counts,
            Spread latency,
            long lost,
            long gaps,
            long repeats,
            long refused,
            long unanswered,
            long broken) {}

    void begin() {
        run++;
        open = false;
        closedNanos = Long.MAX_VALUE;
        openedNanos = Long.MAX_VALUE;
        counts = new Counts(0, 0, 0, 0);
        said = answered = refused = expected = shown = gaps = repeats = broken = 0;
        latency = new Spread();
    }

    void open(long nowNanos) {
        open = true;
        openedNanos = nowNanos;
    }

    void close(long nowNanos) {
        open = false;
        closedNanos = nowNanos;
    }

    /// What a message that is said now carries.
    Mark say(long nowNanos) {
        said++;
        if (open) {
            counts = new Counts(counts.frames, counts.items, counts.bytes, counts.said + 1);
        }
        return new Mark(run, nowNanos);
    }

    void accepted(int seats) {
        answered++;
        expected += seats;
    }

    void refused() {
        answered++;
        refused++;
    }

    /// A message without an id, taps say, was refused.
    void erred() {
        refused++;
    }

    void broken() {
        broken++;
    }

    /// A frame arrived at one seat, which had shown everything up to the cursor.
    void heard(Heard heard, Cursor cursor, long nowNanos) {
        var from = cursor.at();
        if (heard.numbered()) {
            switch (cursor.take(heard.after(), heard.until())) {
                case GAP -> gaps++;
                case REPEAT -> repeats++;
                case NEXT -> {}
            }
        }
        var fresh = 0;
        for (var item : heard.items()) {
            if (!heard.numbered() || item.seq() > from) {
                fresh++;
                if (item.mark().isPresent()) {
                    show(item.mark().get(), nowNanos);
                }
            }
        }
        if (open) {
            counts = new Counts(counts.frames + 1, counts.items + fresh, counts.bytes + heard.bytes(), counts.said);
        }
    }

    private void show(Mark mark, long nowNanos) {
        if (mark.run() != run) {
            return;
        }
        shown++;
        if (mark.sentNanos() >= openedNanos && mark.sentNanos() < closedNanos) {
            latency.add((nowNanos - mark.sentNanos()) / NANOS_PER_MILLI);
        }
    }

    /// Whether everything arrived that can.
    boolean settled() {
        return answered == said && shown >= expected;
    }

    Outcome outcome() {
        return new Outcome(
                (closedNanos - openedNanos) / NANOS_PER_MILLI / 1e3,
                counts,
                latency,
                Math.max(0, expected - shown),
                gaps,
                repeats,
                refused,
                said - answered,
                broken);
    }
}
