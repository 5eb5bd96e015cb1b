package dev.vitrine.local.gateway;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Token buckets per source address and for all. A refused request costs no token.
public final class Throttle {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    /// Addresses remembered; the one unseen for longest is forgotten first.
    static final int MAX_SOURCES = 10_000;

    private final ThrottleSettings settings;
    private final LongSupplier nanoClock;
    private final TokenBucket all;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, TokenBucket> sources = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    public Throttle(ThrottleSettings settings, LongSupplier nanoClock) {
        this.settings = settings;
        this.nanoClock = nanoClock;
        this.all = new TokenBucket(settings.rate(), settings.burst(), nanoClock.getAsLong());
    }

    /// Empty if the request may pass, otherwise how long to wait.
    public Optional<Duration> refuse(String source) {
        lock.lock();
        try {
            var now = nanoClock.getAsLong();
            var own = sources.computeIfAbsent(
                    source, _ -> new TokenBucket(settings.sourceRate(), settings.sourceBurst(), now));
            var missing = own.missing(now).or(() -> all.missing(now));
            if (missing.isEmpty()) {
                own.take();
                all.take();
            }
            return missing;
        } finally {
            lock.unlock();
        }
    }

    /// A wait as `Retry-After` tells it: whole seconds, at least one.
    public static String seconds(Duration wait) {
        return Long.toString(Math.max(1, (wait.toNanos() + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND));
    }
}
