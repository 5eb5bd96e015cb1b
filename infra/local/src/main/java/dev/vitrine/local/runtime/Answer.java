package dev.vitrine.local.runtime;

/// What became of an event that was offered to a process.
sealed interface Answer {
    record Response(byte[] payload) implements Answer {}

    record Error(String type, String message) implements Answer {}

    record TooLarge(long bytes) implements Answer {}

    record TimedOut() implements Answer {}

    /// @param taken whether the process had fetched the event before it died
    record Exited(boolean taken) implements Answer {}
}
