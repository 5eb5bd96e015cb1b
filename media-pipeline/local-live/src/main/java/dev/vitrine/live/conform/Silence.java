package dev.vitrine.live.conform;

import dev.vitrine.live.flv.FlvTag;
import dev.vitrine.live.flv.FlvTag.Kind;
import java.util.HexFormat;

/// Silence as AAC LC, stereo, 48 kHz: a header, and a frame of 1,024 samples in which nothing is coded but two empty
/// channels (ISO/IEC 14496-3, 4.4.2.1: a channel pair element whose sections all have code book 0).
final class Silence {
    private static final String AAC_STEREO = "af";
    private static final byte[] HEADER = HexFormat.of().parseHex(AAC_STEREO + "00" + "1190");
    private static final byte[] FRAME = HexFormat.of().parseHex(AAC_STEREO + "01" + "21004990021900238" + "0");
    private static final double FRAME_MILLIS = 1024 / 48.0;

    private Silence() {}

    static FlvTag header(long at) {
        return new FlvTag(Kind.AUDIO, at, HEADER);
    }

    static FlvTag frame(long at) {
        return new FlvTag(Kind.AUDIO, at, FRAME);
    }

    /// When the frame after one at `millis` is due, exactly.
    static double next(double millis) {
        return millis + FRAME_MILLIS;
    }
}
