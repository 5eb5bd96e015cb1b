package dev.vitrine.live.wire;

import java.util.function.LongSupplier;

/// Tells of what strangers did, in one line a second at most: the first of that second, and how many
/// were left out.
public final class Refusals {
    private static final long SECOND = 1_000_000_000L;

    private final System.Logger log;
    private final System.Logger.Level level;
    private final LongSupplier nanoClock;
    private long toldAt;
    private long leftOut;

    public Refusals(System.Logger log, System.Logger.Level level, LongSupplier nanoClock) {
        this.log = log;
        this.level = level;
        this.nanoClock = nanoClock;
        this.toldAt = nanoClock.getAsLong() - SECOND;
    }

    /// Logs it, or counts it.
    public synchronized void tell(String what) {
        if (nanoClock.getAsLong() - toldAt < SECOND) {
            leftOut++;
        } else {
            write(what + (leftOut == 0 ? "" : ", and " + leftOut + " others since the last line"));
        }
    }

    /// Logs how many were left out, when nothing else came to say so. To be called now and then.
    public synchronized void flush() {
        if (leftOut > 0 && nanoClock.getAsLong() - toldAt >= SECOND) {
            write(leftOut + " others since the last line");
        }
    }

    private void write(String line) {
        log.log(level, line);
        toldAt = nanoClock.getAsLong();
        leftOut = 0;
    }
}
