package dev.vitrine.local.socket;

import dev.vitrine.local.gateway.ThrottleSettings;
import java.time.Duration;

/// Bounds of the WebSocket API.
///
/// @param idle a socket over which nothing travelled for so long is closed with 1001
/// @param lifetime the same for one that is as old as this
/// @param farewell how long the other side has to answer a close frame before the connection is cut
/// @param stall how long a write may make no progress before the connection is cut
/// @param integration how long an event may wait until its function is free
/// @param connections sockets in all
/// @param connectionsPerSource sockets of one address
/// @param guests sockets in all of those who brought no token
/// @param guestsPerSource the same of one address
/// @param handshakes upgrades a second
/// @param inbox what one socket may have sent without its being invoked yet; beyond it is closed with 1008
/// @param outbox what may wait to be written to one socket; beyond it posts are refused with 429
/// @param inboxes bytes in all inboxes together
/// @param outboxes bytes in all outboxes together
public record SocketSettings(
        Duration idle,
        Duration lifetime,
        Duration farewell,
        Duration stall,
        Duration integration,
        int connections,
        int connectionsPerSource,
        int guests,
        int guestsPerSource,
        ThrottleSettings handshakes,
        Bound inbox,
        Bound outbox,
        long inboxes,
        long outboxes) {
    /// "Amazon API Gateway quotas for WebSocket APIs": larger ones end with 1009.
    static final int MAX_FRAME_BYTES = 32 * 1024;

    static final int MAX_MESSAGE_BYTES = 128 * 1024;

    private static final int KB = 1024;
    private static final int MB = 1024 * KB;

    /// Idle time, lifetime and integration timeout are API Gateway's. One machine serves everybody from one
    /// address here; a real edge would give a source far less. A socket that only listens costs some 30 KB
    /// of the heap.
    public static final SocketSettings DEFAULT = new SocketSettings(
            Duration.ofMinutes(10),
            Duration.ofHours(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(29),
            5_000,
            4_000,
            4_000,
            3_000,
            new ThrottleSettings(600, 4_000, 1_000, 5_000),
            new Bound(100, 256 * KB),
            new Bound(100, 512 * KB),
            32 * MB,
            64 * MB);

    /// @param entries messages or frames; reached only by many small ones
    /// @param bytes of them together; a single one of any size that is allowed at all fits
    public record Bound(int entries, int bytes) {
        public Bound {
            if (entries < 1 || bytes < MAX_MESSAGE_BYTES) {
                throw new IllegalArgumentException("a bound must let at least one whole message in");
            }
        }
    }

    public SocketSettings {
        if (connections < 1 || connectionsPerSource < 1 || guests < 1 || guestsPerSource < 1) {
            throw new IllegalArgumentException("at least one connection must be allowed");
        }
    }
}
