package dev.vitrine.live.wire;

import java.time.Duration;

/// Bounds of the HTTP connections of one listener.
///
/// @param connections open ones in all
/// @param connectionsPerAddress open ones of one remote address
/// @param head from the beginning of a connection, or the first byte of a later request, to the end of its head
/// @param idle between two requests
/// @param body how long no byte of a body may come
/// @param answer how long the other side may take nothing of an answer
/// @param farewell how long a refused sender is read on, so that the refusal is not lost in a reset
public record WireLimits(
        int connections,
        int connectionsPerAddress,
        Duration head,
        Duration idle,
        Duration body,
        Duration answer,
        Duration farewell) {
    /// Longest request line, its end not counted.
    static final int MAX_REQUEST_LINE_BYTES = 4 * 1024;

    static final int MAX_HEAD_BYTES = 16 * 1024;
    static final int MAX_FIELDS = 100;
    /// What the chunks of one body may bring beside their data: extensions and trailers.
    static final int MAX_OVERHEAD_BYTES = 8 * 1024;

    /// One machine serves everybody from one address here. The idle time is longer than that of usual
    /// clients' pools (AWS SDKs: 60 s), so that it is the client who closes and no request meets a
    /// closing connection.
    public static final WireLimits DEFAULTS = new WireLimits(
            8_192,
            6_144,
            Duration.ofSeconds(10),
            Duration.ofSeconds(75),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1));

    public WireLimits {
        if (connections < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException("at least one connection must be allowed");
        }
        for (Duration bound : new Duration[] {head, idle, body, answer, farewell}) {
            if (!bound.isPositive()) {
                throw new IllegalArgumentException("times must be positive");
            }
        }
    }

    /// How often the shortest of them has to be looked at.
    Duration period() {
        Duration shortest = Duration.ofSeconds(5);
        for (Duration bound : new Duration[] {head, idle, body, answer, farewell}) {
            shortest = bound.compareTo(shortest) < 0 ? bound : shortest;
        }
        return shortest.dividedBy(5);
    }
}
