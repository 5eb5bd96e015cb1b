package dev.vitrine.local.runtime;

import java.util.Optional;

/// Calls a function and waits for what it answers.
@FunctionalInterface
public interface Invoker {
    /// Blocks until the function answered or failed. Failure is a result, not an exception.
    ///
    /// @param payload the event, JSON in UTF-8
    /// @param trace an X-Ray trace header to pass on; made up when absent
    /// @throws IllegalArgumentException if the catalog has no such function
    InvocationResult invoke(String function, byte[] payload, Optional<String> trace);

    default InvocationResult invoke(String function, byte[] payload) {
        return invoke(function, payload, Optional.empty());
    }
}
