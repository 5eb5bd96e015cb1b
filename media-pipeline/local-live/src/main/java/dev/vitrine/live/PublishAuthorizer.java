package dev.vitrine.live;

/// Says whether a stream key may push now, and into which channel. The service keeps no keys: it asks its host at
/// every publish, before it takes a byte of media.
public interface PublishAuthorizer {
    /// Blocks until there is an answer; the host bounds its time.
    ///
    /// @param streamKeyHash lowercase hexadecimal SHA-256 of the key as it was sent; the key itself never gets here
    /// @throws RuntimeException when there is no answer to be had: the publisher is turned away and may try again
    Decision authorize(String streamKeyHash);

    sealed interface Decision {}

    record Accepted(String channel) implements Decision {}

    /// @param reason a stable word for the log, such as `UNKNOWN_KEY`
    record Refused(String reason) implements Decision {}
}
