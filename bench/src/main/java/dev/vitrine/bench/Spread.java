package dev.vitrine.bench;

/// How a duration is spread over many occurrences, counted in steps of 0.1 ms: a million of them take no more
/// memory than ten. What is longer than [#LONGEST_MILLIS] counts as that.
public final class Spread {
    static final int LONGEST_MILLIS = 60_000;
    private static final int STEPS_PER_MILLI = 10;

    private final long[] counts = new long[LONGEST_MILLIS * STEPS_PER_MILLI + 1];
    private long count;

    public void add(double millis) {
        add(millis, 1);
    }

    public void add(double millis, long times) {
        var step = (int) Math.max(0, Math.min(counts.length - 1.0, Math.round(millis * STEPS_PER_MILLI)));
        counts[step] += times;
        count += times;
    }

    public long count() {
        return count;
    }

    /// The shortest duration that `percent` of all do not exceed (nearest rank); NaN of none.
    public double percentile(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("percent must be above 0 and at most 100: " + percent);
        }
        var rank = (long) Math.ceil(percent / 100 * count);
        var passed = 0L;
        for (var step = 0; step < counts.length; step++) {
            passed += counts[step];
            if (passed >= rank && count > 0) {
                return step / (double) STEPS_PER_MILLI;
            }
        }
        return Double.NaN;
    }
}
