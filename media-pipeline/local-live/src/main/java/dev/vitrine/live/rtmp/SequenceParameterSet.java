package dev.vitrine.live.rtmp;

import java.util.Arrays;
import java.util.Set;

/// What an H.264 sequence parameter set (ISO/IEC 14496-10 7.3.2.1.1) tells about the picture.
///
/// @param sampleWidth relative to `sampleHeight`: what one sample of the picture is wide when it is shown
record SequenceParameterSet(
        int profile, int level, int width, int height, int sampleWidth, int sampleHeight, boolean interlaced) {
    private static final int NAL_TYPE = 7;
    /// Baseline, Main, Extended, and the High profiles without scalability or views.
    private static final Set<Integer> PROFILES = Set.of(66, 77, 88, 100, 110, 122, 244);

    private static final Set<Integer> HIGH_PROFILES = Set.of(100, 110, 122, 244);
    /// 5.2; more is no picture this service takes.
    private static final int MAX_LEVEL = 52;
    /// In macroblocks, either side: 4,096 pixels. Keeps the arithmetic small; the real bound is checked later.
    private static final int MAX_MACROBLOCKS = 256;

    private static final int CHROMA_444 = 3;

    /// Table E-1: sample aspect ratios by number.
    private static final int[][] ASPECTS = {
        {1, 1}, {1, 1}, {12, 11}, {10, 11}, {16, 11}, {40, 33}, {24, 11}, {20, 11}, {32, 11}, {80, 33}, {18, 11},
        {15, 11}, {64, 33}, {160, 99}, {4, 3}, {3, 2}, {2, 1}
    };
    private static final int ASPECT_WRITTEN_OUT = 255;
    /// Wider or taller samples are a mistake; the picture is shown as it is stored.
    private static final int MAX_ASPECT = 4;

    /// The width at which the picture has its aspect on a screen of square pixels: even, and no larger than 4,096.
    int squareWidth() {
        return sampleWidth == sampleHeight
                ? width
                : (int) Math.min(4096, Math.round((double) width * sampleWidth / sampleHeight / 2) * 2);
    }

    boolean sameSize(SequenceParameterSet other) {
        return squareWidth() == other.squareWidth() && width == other.width && height == other.height;
    }

    static SequenceParameterSet of(byte[] nalUnit) throws MediaRefused {
        if (nalUnit.length < 4 || (nalUnit[0] & 0x1f) != NAL_TYPE) {
            throw new MediaRefused("H.264 header without a sequence parameter set");
        }
        BitReader in = BitReader.ofNalUnit(Arrays.copyOfRange(nalUnit, 1, nalUnit.length));
        int profile = in.bits(8);
        in.bits(8); // constraint flags
        int level = in.bits(8);
        if (!PROFILES.contains(profile)) {
            throw new MediaRefused("H.264 profile " + profile + " is not supported");
        }
        if (level > MAX_LEVEL) {
            throw new MediaRefused("H.264 level " + level / 10.0 + " is above 5.2");
        }
        in.unsignedGolomb(); // seq_parameter_set_id
        int chroma = HIGH_PROFILES.contains(profile) ? highProfileFields(in) : 1;
        in.unsignedGolomb(); // log2_max_frame_num_minus4
        pictureOrder(in);
        in.unsignedGolomb(); // max_num_ref_frames
        in.flag(); // gaps_in_frame_num_value_allowed_flag
        return size(in, profile, level, chroma);
    }

    /// Answers chroma_format_idc.
    private static int highProfileFields(BitReader in) throws MediaRefused {
        int chroma = in.unsignedGolomb();
        if (chroma > CHROMA_444) {
            throw new MediaRefused("H.264 chroma format " + chroma + " does not exist");
        }
        if (chroma == CHROMA_444) {
            in.flag(); // separate_colour_plane_flag
        }
        in.unsignedGolomb(); // bit_depth_luma_minus8
        in.unsignedGolomb(); // bit_depth_chroma_minus8
        in.flag(); // qpprime_y_zero_transform_bypass_flag
        if (in.flag()) {
            int lists = chroma == CHROMA_444 ? 12 : 8;
            for (int i = 0; i < lists; i++) {
                if (in.flag()) {
                    scalingList(in, i < 6 ? 16 : 64);
                }
            }
        }
        return chroma;
    }

    private static void scalingList(BitReader in, int size) throws MediaRefused {
        int last = 8;
        int next = 8;
        for (int i = 0; i < size; i++) {
            if (next != 0) {
                next = last + in.signedGolomb() + 256 & 0xff;
            }
            last = next == 0 ? last : next;
        }
    }

    private static void pictureOrder(BitReader in) throws MediaRefused {
        int type = in.unsignedGolomb();
        if (type == 0) {
            in.unsignedGolomb(); // log2_max_pic_order_cnt_lsb_minus4
        } else if (type == 1) {
            in.flag(); // delta_pic_order_always_zero_flag
            in.signedGolomb(); // offset_for_non_ref_pic
            in.signedGolomb(); // offset_for_top_to_bottom_field
            int cycle = in.unsignedGolomb();
            for (int i = 0; i < cycle; i++) { // ends with the bits at the latest
                in.signedGolomb();
            }
        }
    }

    private static SequenceParameterSet size(BitReader in, int profile, int level, int chroma) throws MediaRefused {
        int columns = in.unsignedGolomb() + 1;
        int rows = in.unsignedGolomb() + 1;
        if (columns > MAX_MACROBLOCKS || rows > MAX_MACROBLOCKS) {
            throw new MediaRefused("picture of " + columns * 16L + "x" + rows * 16L + " is too large");
        }
        boolean frames = in.flag();
        if (!frames) {
            in.flag(); // mb_adaptive_frame_field_flag
        }
        in.flag(); // direct_8x8_inference_flag
        int width = columns * 16;
        int height = rows * 16 * (frames ? 1 : 2);
        if (in.flag()) {
            long unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            long unitY = (chroma == 1 ? 2 : 1) * (frames ? 1 : 2);
            long left = in.unsignedGolomb();
            long right = in.unsignedGolomb();
            long top = in.unsignedGolomb();
            long bottom = in.unsignedGolomb();
            width = (int) Math.max(0, width - unitX * (left + right));
            height = (int) Math.max(0, height - unitY * (top + bottom));
        }
        int[] aspect = in.flag() && in.flag() ? aspect(in) : ASPECTS[0];
        return new SequenceParameterSet(profile, level, width, height, aspect[0], aspect[1], !frames);
    }

    /// The first field of the usability information (E.1.1), if there is one: what follows changes nothing here.
    private static int[] aspect(BitReader in) throws MediaRefused {
        int number = in.bits(8);
        int[] aspect = number == ASPECT_WRITTEN_OUT
                ? new int[] {in.bits(16), in.bits(16)}
                : number < ASPECTS.length ? ASPECTS[number] : ASPECTS[0];
        boolean plausible = aspect[0] > 0
                && aspect[1] > 0
                && aspect[0] <= (long) MAX_ASPECT * aspect[1]
                && aspect[1] <= (long) MAX_ASPECT * aspect[0];
        return plausible ? aspect : ASPECTS[0];
    }
}
