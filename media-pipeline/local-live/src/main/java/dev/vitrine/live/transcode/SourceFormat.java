package dev.vitrine.live.transcode;

/// What a publisher sends: picture size in square pixels, whole frames per second to produce, and whether its pictures
/// may be made of fields.
public record SourceFormat(int width, int height, int framesPerSecond, boolean interlaced) {
    public static final int MIN_SIDE = 16;
    public static final int MAX_SIDE = 4096;
    public static final int MIN_FRAME_RATE = 10;
    public static final int MAX_FRAME_RATE = 30;

    public SourceFormat {
        if (width < MIN_SIDE || height < MIN_SIDE || width > MAX_SIDE || height > MAX_SIDE) {
            throw new UnsupportedSource(
                    "picture of %dx%d; each side must be %d to %d pixels".formatted(width, height, MIN_SIDE, MAX_SIDE));
        }
        if (framesPerSecond < MIN_FRAME_RATE || framesPerSecond > MAX_FRAME_RATE) {
            throw new IllegalArgumentException("frames per second " + framesPerSecond);
        }
    }

    /// @param framesPerSecond what the encoder announced, or 0 if it did not
    public static SourceFormat of(int width, int height, double framesPerSecond, boolean interlaced) {
        return new SourceFormat(width, height, FrameRate.produced(framesPerSecond), interlaced);
    }

    int shortSide() {
        return Math.min(width, height);
    }
}
