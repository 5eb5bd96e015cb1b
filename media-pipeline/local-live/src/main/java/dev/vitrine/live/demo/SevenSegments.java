package dev.vitrine.live.demo;

/// Digits, colons and dots from bars, so that no font is needed.
final class SevenSegments {
    /// Bars a to g of each digit, lowest bit first: top, top right, bottom right, bottom, bottom left, top left,
    /// middle.
    private static final int[] DIGITS = {0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f};

    /// A digit's advance in units; separators take half.
    private static final double ADVANCE = 1;

    private static final double SEPARATOR_ADVANCE = 0.5;

    private SevenSegments() {}

    static double advance(String text) {
        return text.chars()
                .mapToDouble(c -> Character.isDigit(c) ? ADVANCE : SEPARATOR_ADVANCE)
                .sum();
    }

    /// Draws `text` with its upper left corner at (left, top); a digit with its gap is `unit` wide.
    static void draw(Frame frame, String text, int left, int top, int unit, int height, int luma) {
        double at = left;
        for (char c : text.toCharArray()) {
            if (Character.isDigit(c)) {
                digit(frame, DIGITS[c - '0'], (int) at, top, unit * 8 / 10, height, luma);
                at += unit * ADVANCE;
            } else {
                dots(frame, c == ':', (int) at, top, unit, height, luma);
                at += unit * SEPARATOR_ADVANCE;
            }
        }
    }

    private static void digit(Frame frame, int bars, int left, int top, int width, int height, int luma) {
        int bar = Math.max(2, width / 6);
        int right = left + width;
        int bottom = top + height;
        int middle = top + (height - bar) / 2;
        int[][] boxes = {
            {left, top, right, top + bar},
            {right - bar, top, right, middle + bar},
            {right - bar, middle, right, bottom},
            {left, bottom - bar, right, bottom},
            {left, middle, left + bar, bottom},
            {left, top, left + bar, middle + bar},
            {left, middle, right, middle + bar},
        };
        for (int i = 0; i < boxes.length; i++) {
            if ((bars >> i & 1) == 1) {
                frame.luma(boxes[i][0], boxes[i][1], boxes[i][2], boxes[i][3], luma);
            }
        }
    }

    private static void dots(Frame frame, boolean two, int left, int top, int unit, int height, int luma) {
        int size = Math.max(2, unit / 7);
        int x = left + unit / 8;
        int low = two ? top + height * 2 / 3 : top + height - size;
        frame.luma(x, low, x + size, low + size, luma);
        if (two) {
            frame.luma(x, top + height / 3 - size, x + size, top + height / 3, luma);
        }
    }
}
