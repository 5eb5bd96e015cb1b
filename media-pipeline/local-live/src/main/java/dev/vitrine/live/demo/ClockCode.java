package dev.vitrine.live.demo;

import java.util.OptionalLong;

/// A time in milliseconds since 1970 as black and white blocks, readable from a frame of any size that was scaled
/// without cropping.
///
/// Layout: a grid of [#COLUMNS] by [#ROWS] blocks. A block is 1/16 of the picture wide and 1/24 high; the grid begins
/// at 1/16 from the left and 18/24 from the top, and is read row by row. White is 1. The 56 blocks are
/// - 6 marker blocks `1 0 1 1 0 0`: they find the grid and give the levels of white and black;
/// - 42 blocks of milliseconds since 1970, highest bit first (good until the year 2109);
/// - 8 blocks of CRC-8 (polynomial 0x07, initial value 0) over the 42 bits as six big-endian bytes.
///
/// A reader averages the middle half of each block in both directions. `clients/web/e2e/clock-code.mjs` reads the
/// same from a canvas.
public final class ClockCode {
    public static final int COLUMNS = 14;
    public static final int ROWS = 4;
    /// Blocks that fit the picture's width and height.
    public static final int WIDTH_BLOCKS = 16;

    public static final int HEIGHT_BLOCKS = 24;
    public static final int LEFT_BLOCKS = 1;
    public static final int TOP_BLOCKS = 18;

    static final int MARKER = 0b101100;
    static final int MARKER_BITS = 6;
    static final int TIME_BITS = 42;
    static final int CHECK_BITS = 8;

    private static final int POLYNOMIAL = 0x07;
    /// Least difference between white and black, of 255.
    private static final int MIN_CONTRAST = 60;
    /// Share of the contrast that a block must keep from the middle, so that a blend of two frames is not read.
    private static final double CLEAR = 0.15;

    private ClockCode() {}

    /// The grid's blocks, row by row, for a time.
    public static boolean[] blocks(long epochMillis) {
        long bits = (long) MARKER << TIME_BITS + CHECK_BITS
                | (epochMillis & (1L << TIME_BITS) - 1) << CHECK_BITS
                | check(epochMillis);
        boolean[] blocks = new boolean[COLUMNS * ROWS];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = (bits >> blocks.length - 1 - i & 1) == 1;
        }
        return blocks;
    }

    /// Reads the time from the brightness of a whole picture, row by row; empty when none is (clearly) there.
    ///
    /// @param luma one byte per pixel, 0 to 255 unsigned, `width * height` of them from `offset`
    public static OptionalLong read(byte[] luma, int offset, int width, int height) {
        double[] levels = new double[COLUMNS * ROWS];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = level(luma, offset, width, height, i % COLUMNS, i / COLUMNS);
        }
        double white = levels[0];
        double black = levels[1];
        double contrast = white - black;
        if (contrast < MIN_CONTRAST) {
            return OptionalLong.empty();
        }
        long bits = 0;
        for (double level : levels) {
            double share = (level - black) / contrast;
            if (Math.abs(share - 0.5) < CLEAR) {
                return OptionalLong.empty();
            }
            bits = bits << 1 | (share > 0.5 ? 1 : 0);
        }
        long time = bits >> CHECK_BITS & (1L << TIME_BITS) - 1;
        boolean marked = bits >> TIME_BITS + CHECK_BITS == MARKER;
        boolean checked = (bits & (1 << CHECK_BITS) - 1) == check(time);
        return marked && checked ? OptionalLong.of(time) : OptionalLong.empty();
    }

    private static double level(byte[] luma, int offset, int width, int height, int column, int row) {
        int left = (4 * (LEFT_BLOCKS + column) + 1) * width / (4 * WIDTH_BLOCKS);
        int right = Math.max(left + 1, (4 * (LEFT_BLOCKS + column) + 3) * width / (4 * WIDTH_BLOCKS));
        int top = (4 * (TOP_BLOCKS + row) + 1) * height / (4 * HEIGHT_BLOCKS);
        int bottom = Math.max(top + 1, (4 * (TOP_BLOCKS + row) + 3) * height / (4 * HEIGHT_BLOCKS));
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += luma[offset + y * width + x] & 0xff;
            }
        }
        return (double) sum / ((right - left) * (bottom - top));
    }

    private static int check(long time) {
        int crc = 0;
        for (int shift = 40; shift >= 0; shift -= 8) {
            crc ^= (int) (time >> shift & 0xff);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            crc &= 0xff;
        }
        return crc;
    }
}
