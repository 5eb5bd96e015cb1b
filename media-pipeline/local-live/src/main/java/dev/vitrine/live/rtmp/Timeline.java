package dev.vitrine.live.rtmp;

import java.time.Duration;

/// Turns a publisher's timestamps, which begin anywhere and wrap at 32 bits, into milliseconds from zero.
final class Timeline {
    /// A longer step, either way, would make a transcoder invent the frames between.
    private static final long MAX_STEP_MILLIS = 10_000;

    private boolean begun;
    private long first;
    private long last;

    /// @param timestamp milliseconds modulo 2^32
    long millis(long timestamp) throws MediaRefused {
        if (!begun) {
            begun = true;
            first = timestamp;
        }
        long expected = first + last;
        long step = (int) (timestamp - expected);
        if (Math.abs(step) > MAX_STEP_MILLIS) {
            throw new MediaRefused("timestamps jump by " + step + " ms");
        }
        last = Math.max(last, last + step);
        return Math.max(0, expected + step - first);
    }

    Duration length() {
        return Duration.ofMillis(last);
    }
}
