package dev.vitrine.local.supervision;

import java.time.Duration;

/// How long to wait before something is started again: longer each time, until it has stayed up for a while.
///
/// For ever: what keeps it down (a full disk, say) ends some day, and nobody is there to start it by hand then.
public final class RestartPause {
    public static final Duration SHORTEST = Duration.ofMillis(200);
    public static final Duration LONGEST = Duration.ofSeconds(10);
    /// Whoever stayed up so long begins anew.
    public static final Duration STEADY = Duration.ofSeconds(30);

    private Duration last = Duration.ZERO;

    /// @param stayedUp since the last start; zero for one that did not succeed
    public Duration next(Duration stayedUp) {
        boolean first = last.isZero() || stayedUp.compareTo(STEADY) >= 0;
        Duration doubled = last.multipliedBy(2);
        last = first ? SHORTEST : doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return last;
    }
}
