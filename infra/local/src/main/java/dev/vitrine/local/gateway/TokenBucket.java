package dev.vitrine.local.gateway;

import java.time.Duration;
import java.util.Optional;

/// `rate` requests a second with bursts of `burst`. Not thread-safe: [Throttle] guards it.
final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double rate;
    private final double burst;
    private double tokens;
    private long filledNanos;

    TokenBucket(double rate, double burst, long nowNanos) {
        this.rate = rate;
        this.burst = burst;
        this.tokens = burst;
        this.filledNanos = nowNanos;
    }

    /// How long until a request would be let through; empty if it is now.
    Optional<Duration> missing(long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - filledNanos) / NANOS_PER_SECOND * rate);
        filledNanos = nowNanos;
        return tokens >= 1
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) ((1 - tokens) / rate * NANOS_PER_SECOND)));
    }

    void take() {
        tokens -= 1;
    }
}
