package dev.vitrine.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A media playlist as a strict player reads it.
record Playlist(int first, List<Double> segments, List<String> parts, double partTarget, boolean ended, String hint) {
    private static final Pattern PART = Pattern.compile("#EXT-X-PART:DURATION=([0-9.]+),URI=\"([^\"]+)\".*");
    private static final double ROUNDING = 0.0002;

    /// Reads, and checks on the way that parts sum to their segments and keep to the target.
    static Playlist parse(String text) {
        List<Double> segments = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        double partTarget = number(text, "PART-TARGET=([0-9.]+)");
        double sum = 0;
        double length = 0;
        assertTrue(text.startsWith("#EXTM3U\n"), text);
        for (String line : text.split("\n")) {
            Matcher part = PART.matcher(line);
            if (part.matches()) {
                double duration = Double.parseDouble(part.group(1));
                assertTrue(duration <= partTarget + ROUNDING, line);
                parts.add(part.group(2));
                sum += duration;
            } else if (line.startsWith("#EXTINF:")) {
                length = Double.parseDouble(line.substring(8, line.length() - 1));
            } else if (!line.startsWith("#")) {
                if (sum > 0) {
                    assertEquals(length, sum, 8 * ROUNDING, line);
                }
                sum = 0;
                segments.add(length);
            }
        }
        Matcher hint =
                Pattern.compile("PRELOAD-HINT:TYPE=PART,URI=\"([^\"]+)\"").matcher(text);
        return new Playlist(
                (int) number(text, "MEDIA-SEQUENCE:(\\d+)"),
                segments,
                parts,
                partTarget,
                text.endsWith("#EXT-X-ENDLIST\n"),
                hint.find() ? hint.group(1) : "");
    }

    int last() {
        return first + segments.size() - 1;
    }

    private static double number(String text, String pattern) {
        Matcher match = Pattern.compile(pattern).matcher(text);
        assertTrue(match.find(), pattern);
        return Double.parseDouble(match.group(1));
    }
}
