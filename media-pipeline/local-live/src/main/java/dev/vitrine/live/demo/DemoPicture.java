package dev.vitrine.live.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Draws the demonstration picture: a calm coloured ground, the time in digits, a bar that fills once a second, and
/// the [ClockCode]. What does not change is drawn once, so that drawing and encoding cost little.
final class DemoPicture {
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final int BANDS = 12;
    private static final int PANEL = 30;
    private static final int BAR = 120;

    private final Frame frame;
    private final DateTimeFormatter digits;
    private final int left;
    private final int digitsTop;
    private final int digitsHeight;
    private final int unit;

    DemoPicture(int width, int height, ZoneId zone) {
        this.frame = new Frame(width, height);
        this.digits = DIGITS.withZone(zone);
        this.left = width / ClockCode.WIDTH_BLOCKS;
        this.unit = (int) ((width - 2 * left) / SevenSegments.advance("00:00:00.000"));
        this.digitsHeight = unit * 8 / 5;
        this.digitsTop = height * 5 / 12 - digitsHeight / 2;
        ground();
    }

    /// The frame for a moment; the same array each time.
    byte[] at(Instant now) {
        int right = frame.width - left;
        frame.luma(left, digitsTop, right, digitsTop + digitsHeight, PANEL);
        SevenSegments.draw(frame, digits.format(now), left + unit / 10, digitsTop, unit, digitsHeight, Frame.WHITE);
        second(now, right);
        code(now);
        return frame.bytes;
    }

    private void ground() {
        for (int band = 0; band < BANDS; band++) {
            int top = frame.height * band / BANDS;
            int bottom = frame.height * (band + 1) / BANDS;
            frame.luma(0, top, frame.width, bottom, 70 + 5 * band);
            frame.chroma(0, top, frame.width, bottom, 150 - 3 * band, 110 + 4 * band);
        }
        int margin = digitsHeight / 5;
        frame.luma(
                left - margin,
                digitsTop - margin,
                frame.width - left + margin,
                digitsTop + digitsHeight + margin,
                PANEL);
        frame.chroma(
                left - margin,
                digitsTop - margin,
                frame.width - left + margin,
                digitsTop + digitsHeight + margin,
                128,
                128);
        int top = frame.height * ClockCode.TOP_BLOCKS / ClockCode.HEIGHT_BLOCKS;
        int bottom = frame.height * (ClockCode.TOP_BLOCKS + ClockCode.ROWS) / ClockCode.HEIGHT_BLOCKS;
        frame.chroma(left, top, frame.width - left, bottom, 128, 128);
    }

    private void second(Instant now, int right) {
        int top = frame.height * 15 / ClockCode.HEIGHT_BLOCKS;
        int bottom = frame.height * 16 / ClockCode.HEIGHT_BLOCKS;
        int until = left + (int) ((long) (right - left) * now.getNano() / 1_000_000_000L);
        frame.luma(left, top, until, bottom, Frame.WHITE);
        frame.luma(until, top, right, bottom, BAR);
    }

    private void code(Instant now) {
        boolean[] blocks = ClockCode.blocks(now.toEpochMilli());
        for (int i = 0; i < blocks.length; i++) {
            int column = ClockCode.LEFT_BLOCKS + i % ClockCode.COLUMNS;
            int row = ClockCode.TOP_BLOCKS + i / ClockCode.COLUMNS;
            frame.luma(
                    frame.width * column / ClockCode.WIDTH_BLOCKS,
                    frame.height * row / ClockCode.HEIGHT_BLOCKS,
                    frame.width * (column + 1) / ClockCode.WIDTH_BLOCKS,
                    frame.height * (row + 1) / ClockCode.HEIGHT_BLOCKS,
                    blocks[i] ? Frame.WHITE : Frame.BLACK);
        }
    }
}
