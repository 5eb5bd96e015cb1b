package dev.vitrine.local.runtime;

import java.time.Duration;
import java.util.Optional;

/// What a caller of the pool gets.
sealed interface Claim {
    /// @param init how long the process took to become ready, told to the first who gets it
    record Ready(FunctionProcess process, Optional<Duration> init) implements Claim {}

    /// The start that the caller waited for failed; the process is gone.
    ///
    /// @param init told to the first of those who waited
    record InitFailed(FunctionProcess process, Answer.Error error, String words, Optional<Duration> init)
            implements Claim {}
}
