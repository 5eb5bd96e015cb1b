package dev.vitrine.live.rtmp;

import java.time.Duration;

/// Every bound of the ingest server. Times are wall time.
///
/// @param connections open connections in all
/// @param connectionsPerAddress open connections of one remote address
/// @param handshake from accept to the end of the RTMP handshake
/// @param publish from accept to the `publish` command
/// @param headers from the accepted publish to an H.264 header, and from a first frame of sound to its AAC header
/// @param idle silence after which a publisher is dead
/// @param mediaSilence time without any audio or video while other bytes still come
/// @param stall how long a sink may take nothing
/// @param reply how long the publisher may leave an answer unread
/// @param showLength longest stream
/// @param commandBytes largest message before media is allowed
/// @param messageBytes largest message
/// @param bufferBytes media of one stream that waits for its sink; above it the socket is not read
/// @param bitsPerSecond rate a stream may keep for ever
/// @param rateWindow burst: as much as that rate gives in this time
/// @param longerSide largest width or height in pixels, whichever is larger
/// @param shorterSide largest of the other
public record RtmpLimits(
        int connections,
        int connectionsPerAddress,
        Duration handshake,
        Duration publish,
        Duration headers,
        Duration idle,
        Duration mediaSilence,
        Duration stall,
        Duration reply,
        Duration showLength,
        int commandBytes,
        int messageBytes,
        int bufferBytes,
        long bitsPerSecond,
        Duration rateWindow,
        int longerSide,
        int shorterSide) {

    /// Sized for one machine: 1080p at up to 20 Mb/s, 12 hours.
    public static final RtmpLimits DEFAULTS = new RtmpLimits(
            64,
            32,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofHours(12),
            64 << 10,
            4 << 20,
            8 << 20,
            20_000_000,
            Duration.ofSeconds(10),
            1920,
            1080);

    public RtmpLimits {
        if (connections < 1 || connectionsPerAddress < 1 || commandBytes < 1024) {
            throw new IllegalArgumentException("connections from 1, commandBytes from 1024");
        }
        if (messageBytes < commandBytes || bufferBytes < messageBytes) {
            throw new IllegalArgumentException("commandBytes <= messageBytes <= bufferBytes");
        }
        if (bitsPerSecond < 1 || rateWindow.isNegative() || idle.isZero() || idle.isNegative()) {
            throw new IllegalArgumentException("bitsPerSecond, rateWindow and idle must be positive");
        }
    }

    public RtmpLimits withIdle(Duration value) {
        return copy(value, mediaSilence, stall, showLength, bufferBytes, bitsPerSecond, rateWindow);
    }

    public RtmpLimits withStall(Duration value) {
        return copy(idle, mediaSilence, value, showLength, bufferBytes, bitsPerSecond, rateWindow);
    }

    public RtmpLimits withShowLength(Duration value) {
        return copy(idle, mediaSilence, stall, value, bufferBytes, bitsPerSecond, rateWindow);
    }

    public RtmpLimits withRate(long bitsPerSecond, Duration window) {
        return copy(idle, mediaSilence, stall, showLength, bufferBytes, bitsPerSecond, window);
    }

    private RtmpLimits copy(
            Duration idle,
            Duration mediaSilence,
            Duration stall,
            Duration showLength,
            int bufferBytes,
            long bitsPerSecond,
            Duration rateWindow) {
        return new RtmpLimits(
                connections,
                connectionsPerAddress,
                handshake,
                publish,
                headers,
                idle,
                mediaSilence,
                stall,
                reply,
                showLength,
                commandBytes,
                messageBytes,
                bufferBytes,
                bitsPerSecond,
                rateWindow,
                longerSide,
                shorterSide);
    }
}
