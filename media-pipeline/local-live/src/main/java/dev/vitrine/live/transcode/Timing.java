package dev.vitrine.live.transcode;

import java.time.Duration;

/// The clockwork of a live stream. Latency is made here; `docs/decisions/2026-11-22-low-latency-origin.md` tells how.
public final class Timing {
    public static final Duration SEGMENT = Duration.ofSeconds(2);
    /// ffmpeg closes a chunk with the first frame at or past this: 15 AAC frames, or 10 pictures at 30 a second.
    public static final Duration CHUNK = Duration.ofMillis(320);
    /// Key frames between segment starts let a player switch rendition or start within a segment.
    public static final Duration KEY_FRAME = Duration.ofSeconds(1);
    public static final int AUDIO_RATE = 48_000;
    /// Samples of an AAC frame.
    private static final int AUDIO_FRAME = 1_024;

    public static final int AUDIO_BITS_PER_SECOND = 128_000;
    /// What no segment of sound exceeds, boxes included: the encoder keeps its average within a few frames.
    public static final int AUDIO_PEAK_BITS_PER_SECOND = AUDIO_BITS_PER_SECOND * 110 / 100;

    private Timing() {}

    /// How long a chunk of pictures really is: whole frames, so up to one frame more than asked.
    public static double videoChunkSeconds(int framesPerSecond) {
        return Math.ceil(CHUNK.toMillis() * framesPerSecond / 1000.0) / framesPerSecond;
    }

    /// What no chunk of sound exceeds: one frame more than asked, because sound is stretched to its timestamps.
    public static double audioChunkSeconds() {
        return CHUNK.toMillis() / 1000.0 + (double) AUDIO_FRAME / AUDIO_RATE;
    }
}
