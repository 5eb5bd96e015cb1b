package dev.vitrine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A table of plain characters: the first column to the left, figures to the right.
public final class Grid {
    private final List<List<String>> lines = new ArrayList<>();

    public Grid(String... head) {
        lines.add(List.of(head));
    }

    public void row(String... cells) {
        lines.add(List.of(cells));
    }

    public String render() {
        var widths = new int[lines.getFirst().size()];
        for (var line : lines) {
            for (var i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        var out = new StringBuilder();
        for (var line : lines) {
            var text = new StringBuilder();
            for (var i = 0; i < line.size(); i++) {
                var pad = " ".repeat(widths[i] - line.get(i).length());
                text.append(i == 0 ? line.get(i) + pad : "  " + pad + line.get(i));
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    public static String whole(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%,.0f", value);
    }

    public static String fine(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }

    public static String tenth(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.1f", value);
    }
}
