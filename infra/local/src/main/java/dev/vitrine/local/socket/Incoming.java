package dev.vitrine.local.socket;

/// What a client says, its fragments put together.
sealed interface Incoming {
    /// @param bytes its length in UTF-8
    record Text(String text, int bytes) implements Incoming {}

    record Ping(byte[] payload) implements Incoming {}

    record Pong() implements Incoming {}

    record Close(Closing closing) implements Incoming {}
}
