package dev.vitrine.local.runtime;

import java.time.Duration;
import java.util.Optional;

/// Figures of one invocation, as Lambda's REPORT line has them.
///
/// @param init how long the process took to become ready, if this invocation started it
/// @param duration from handing out the event to the answer; zero if the process never became ready
public record InvocationReport(
        String function, String requestId, Optional<Duration> init, Duration duration, Optional<FailureKind> failure) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    public boolean cold() {
        return init.isPresent();
    }

    /// What the caller waited for: start of the process included.
    public Duration total() {
        return duration.plus(init.orElse(Duration.ZERO));
    }

    /// Milliseconds that AWS bills: init and duration, rounded up. Init is billed for every kind of package since
    /// 2025-08-01 (AWS Compute Blog, "AWS Lambda standardizes billing for INIT Phase"), and always was for custom
    /// runtimes such as ours.
    public long billedMillis() {
        return (total().toNanos() + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
    }
}
