package dev.vitrine.local.runtime;

/// How an invocation ended.
public sealed interface InvocationResult {
    /// The function answered.
    ///
    /// @param payload what it answered, as it sent it
    record Answered(String requestId, byte[] payload) implements InvocationResult {}

    /// The function failed; the event may have had effects.
    ///
    /// @param errorType as Lambda names it, such as `Runtime.ExitError`, or the function's own
    /// @param errorMessage as Lambda words it, or the function's own
    record Failed(String requestId, FailureKind kind, String errorType, String errorMessage)
            implements InvocationResult {}

    /// No process was free in time; the event was not delivered.
    record Throttled(String function) implements InvocationResult {}
}
