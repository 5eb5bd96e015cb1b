package dev.vitrine.local.runtime;

import java.time.Duration;
import java.util.Locale;

/// Durations as Lambda prints them: `3.00`.
final class Seconds {
    private static final double MILLIS = 1000.0;

    private Seconds() {}

    static String words(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toMillis() / MILLIS);
    }
}
