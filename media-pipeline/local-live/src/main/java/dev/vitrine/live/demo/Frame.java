package dev.vitrine.live.demo;

import java.util.Arrays;

/// A picture in memory as encoders want it: planes Y, U and V, the colour planes at half size (yuv420p, video range).
final class Frame {
    static final int BLACK = 16;
    static final int WHITE = 235;
    private static final byte NEUTRAL = (byte) 128;

    final int width;
    final int height;
    final byte[] bytes;

    Frame(int width, int height) {
        this.width = width;
        this.height = height;
        this.bytes = new byte[width * height * 3 / 2];
        Arrays.fill(bytes, width * height, bytes.length, NEUTRAL);
    }

    /// Fills a rectangle's brightness; it may reach out of the picture.
    void luma(int left, int top, int right, int bottom, int value) {
        int from = Math.clamp(left, 0, width);
        int to = Math.clamp(right, from, width);
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            Arrays.fill(bytes, y * width + from, y * width + to, (byte) value);
        }
    }

    /// Fills a rectangle's colour, at half resolution.
    void chroma(int left, int top, int right, int bottom, int u, int v) {
        int planeWidth = width / 2;
        int planeU = width * height;
        int planeV = planeU + planeWidth * (height / 2);
        int from = Math.clamp(left / 2, 0, planeWidth);
        int to = Math.clamp(right / 2, from, planeWidth);
        for (int y = Math.max(0, top / 2); y < Math.min(height, bottom) / 2; y++) {
            Arrays.fill(bytes, planeU + y * planeWidth + from, planeU + y * planeWidth + to, (byte) u);
            Arrays.fill(bytes, planeV + y * planeWidth + from, planeV + y * planeWidth + to, (byte) v);
        }
    }
}
