package dev.vitrine.bench;

import java.util.Arrays;

/// Measured values of one thing; at least one.
public record Sample(double[] sorted) {
    public Sample {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("a sample needs a value");
        }
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    /// The mean of the two middle values where their number is even.
    public double median() {
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The smallest value that `percent` of all values do not exceed (nearest rank).
    public double percentile(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("percent must be above 0 and at most 100: " + percent);
        }
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[rank - 1];
    }

    public double min() {
        return sorted[0];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }

    public int count() {
        return sorted.length;
    }
}
