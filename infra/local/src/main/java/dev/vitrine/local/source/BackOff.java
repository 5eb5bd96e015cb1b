package dev.vitrine.local.source;

import java.time.Duration;

/// Pauses between attempts to reach a server that is away: doubling, bounded.
final class BackOff {
    static final Duration SHORTEST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration pause = Duration.ZERO;

    boolean first() {
        return pause.isZero();
    }

    Duration next() {
        var doubled = pause.isZero() ? SHORTEST : pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }

    /// @return whether there was an attempt that failed before
    boolean succeeded() {
        var wasAway = !pause.isZero();
        pause = Duration.ZERO;
        return wasAway;
    }
}
