package dev.vitrine.live.transcode;

/// Chooses the frame rate to produce: whole frames per second, so that two-second segments are exactly two seconds.
final class FrameRate {
    private static final int USUAL = 30;

    private FrameRate() {}

    /// The source's own rate rounded; half of it above the bound (60 gives 30, 50 gives 25).
    static int produced(double source) {
        int rate = (int) Math.round(source);
        if (rate > SourceFormat.MAX_FRAME_RATE && rate <= 2 * SourceFormat.MAX_FRAME_RATE) {
            rate = (int) Math.round(source / 2);
        }
        return rate < SourceFormat.MIN_FRAME_RATE || rate > SourceFormat.MAX_FRAME_RATE ? USUAL : rate;
    }
}
