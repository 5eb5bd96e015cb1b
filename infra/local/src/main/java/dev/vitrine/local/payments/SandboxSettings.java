package dev.vitrine.local.payments;

import java.time.Duration;

/// The bounds of the sandbox.
///
/// @param lifetime after it a session that nobody decided is expired; Stripe's shortest for a checkout is 30 minutes
/// @param maxSessions kept at most; the oldest whose story is over makes room for a new one
/// @param maxAttempts of one callback, the first included
/// @param firstRetry after the first attempt that failed; doubles with each further one
/// @param maxRetry the longest pause between two attempts
/// @param callbackTimeout of one attempt; a function that starts on a JVM needs seconds
record SandboxSettings(
        Duration lifetime,
        int maxSessions,
        int maxAttempts,
        Duration firstRetry,
        Duration maxRetry,
        Duration callbackTimeout) {

    static final SandboxSettings DEFAULT = new SandboxSettings(
            Duration.ofMinutes(30), 5_000, 10, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(20));

    /// The pause after an attempt that failed.
    ///
    /// @param attempts how many were made
    Duration retryAfter(int attempts) {
        var pause = firstRetry;
        for (int made = 1; made < attempts && pause.compareTo(maxRetry) < 0; made++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(maxRetry) < 0 ? pause : maxRetry;
    }
}
