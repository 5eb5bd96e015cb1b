package dev.vitrine.local.meter;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/// Durations in fixed buckets: 32 per doubling, so a quantile is at most about 3 % too high. From 1 us to 2^40 us;
/// larger ones count as that.
final class Histogram {
    private static final int BITS_PER_DOUBLING = 5;
    private static final int STEPS = 1 << BITS_PER_DOUBLING;
    private static final int DOUBLINGS = 40;
    private static final long NANOS_PER_MICRO = 1_000;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS * (DOUBLINGS - BITS_PER_DOUBLING + 2));

    void record(Duration duration) {
        counts.incrementAndGet(bucket(duration.toNanos() / NANOS_PER_MICRO));
    }

    /// The duration that this share of all stayed at or below; empty if there was none.
    Optional<Duration> quantile(double share) {
        long total = 0;
        for (var i = 0; i < counts.length(); i++) {
            total += counts.get(i);
        }
        var rank = Math.max(1, (long) Math.ceil(total * share));
        long seen = 0;
        for (var i = 0; i < counts.length(); i++) {
            seen += counts.get(i);
            if (seen >= rank) {
                return Optional.of(Duration.ofNanos(upper(i) * NANOS_PER_MICRO));
            }
        }
        return Optional.empty();
    }

    /// The first `STEPS` buckets are one microsecond wide; after that each doubling has `STEPS` buckets.
    private int bucket(long micros) {
        var clamped = Math.max(0, micros);
        if (clamped < STEPS) {
            return (int) clamped;
        }
        var shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(clamped) - BITS_PER_DOUBLING;
        var index = (shift + 1) * STEPS + (int) (clamped >>> shift) - STEPS;
        return Math.min(index, counts.length() - 1);
    }

    private static long upper(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        var shift = bucket / STEPS - 1;
        return (((long) bucket % STEPS + STEPS + 1) << shift) - 1;
    }
}
