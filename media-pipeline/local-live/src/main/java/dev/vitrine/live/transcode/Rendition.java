package dev.vitrine.live.transcode;

/// One picture size of a stream, named after its short side: `720p` is 1280x720, or 720x1280 for a phone.
public record Rendition(String name, int width, int height, int bitsPerSecond) {
    /// The most that may be filled into the rate control's buffer, over the average.
    private static final double FILL = 1.08;
    /// The buffer holds half a second: a chunk never bursts far above its share.
    private static final double BUFFER_SECONDS = 0.5;
    /// Boxes around the pictures.
    private static final double PACKAGING = 1.02;

    int fillBitsPerSecond() {
        return (int) (bitsPerSecond * FILL);
    }

    int bufferBits() {
        return (int) (bitsPerSecond * BUFFER_SECONDS);
    }

    /// What no segment exceeds (RFC 8216bis, 4.4.6.2: BANDWIDTH): one that begins with a full buffer and ends with an
    /// empty one.
    public int peakBitsPerSecond() {
        double seconds = Timing.SEGMENT.toMillis() / 1000.0;
        return (int) ((fillBitsPerSecond() + bufferBits() / seconds) * PACKAGING);
    }
}
