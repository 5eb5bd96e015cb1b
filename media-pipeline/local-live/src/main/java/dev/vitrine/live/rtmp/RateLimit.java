package dev.vitrine.live.rtmp;

import java.time.Duration;

/// A token bucket: a rate that may be kept for ever, and a burst of what it gives in a window.
final class RateLimit {
    private static final long NANOS = 1_000_000_000L;

    private final double bytesPerNano;
    private final double capacity;
    private double tokens;
    private long at;

    RateLimit(long bitsPerSecond, Duration window, long nowNanos) {
        this.bytesPerNano = bitsPerSecond / 8.0 / NANOS;
        this.capacity = bytesPerNano * window.toNanos();
        this.tokens = capacity;
        this.at = nowNanos;
    }

    /// Answers whether `bytes` more at this moment are within the limit.
    boolean allows(int bytes, long nowNanos) {
        tokens = Math.min(capacity, tokens + (nowNanos - at) * bytesPerNano) - bytes;
        at = nowNanos;
        return tokens >= 0;
    }
}
