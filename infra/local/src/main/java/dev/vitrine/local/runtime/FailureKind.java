package dev.vitrine.local.runtime;

/// What went wrong in an invocation.
public enum FailureKind {
    /// The function itself reported an error.
    HANDLER,
    /// The deadline passed; the process was killed.
    TIMED_OUT,
    /// The process died while it worked on the event.
    EXITED,
    /// The process never became ready.
    INIT,
    /// The answer was larger than [RuntimeSettings#MAX_RESPONSE_BYTES].
    RESPONSE_TOO_LARGE
}
