package dev.vitrine.live.transcode;

/// One picture size of a stream, named after its short side: `720p` is 1280x720, or 720x1280 for a phone.
public record Rendition(String name, int width, int height, int bitsPerSecond) {
    /// Peak over average, and the rate control buffer of one second: a chunk never bursts far above its share.
    private static final double PEAK = 1.08;

    public int peakBitsPerSecond() {
        return (int) (bitsPerSecond * PEAK);
    }
}
