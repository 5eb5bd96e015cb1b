package dev.vitrine.bench.coldstart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/// The report as a picture: per row a dot for the median wall time with a line from the fastest to the
/// slowest start, on a logarithmic scale, and the figures beside it.
final class Picture {
    private static final int SCALE = 2;
    private static final int WIDTH = 1200;
    private static final int ROW = 22;
    private static final int TOP = 78;
    private static final int BOTTOM = 64;
    private static final int PLOT_LEFT = 350;
    private static final int PLOT_RIGHT = 750;
    private static final int[] FIGURES = {860, 940, 1020, 1100, 1180};
    private static final List<String> HEADS = List.of("wall ms", "CPU ms", "RSS MB", "warm p50", "p99");
    private static final Map<Character, Color> COLOURS = Map.of(
            'a', new Color(0x6b7280),
            'b', new Color(0x6b7280),
            'c', new Color(0x0f766e),
            'd', new Color(0x0f766e),
            'e', new Color(0xb45309));
    private static final Color INK = new Color(0x1f2937);
    private static final Color FAINT = new Color(0xd1d5db);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);

    private final Graphics2D g;
    private final double lowest;
    private final double decades;

    private Picture(Graphics2D g, double lowest, double highest) {
        this.g = g;
        this.lowest = Math.floor(Math.log10(lowest));
        this.decades = Math.ceil(Math.log10(highest)) - this.lowest;
    }

    static void write(Report report, Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var rows = report.rows().stream()
                .filter(Row.Measured.class::isInstance)
                .map(Row.Measured.class::cast)
                .toList();
        var height = TOP + rows.size() * ROW + BOTTOM;
        var image = new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.scale(SCALE, SCALE);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, height);
        if (!rows.isEmpty()) {
            var lowest = rows.stream().mapToDouble(r -> r.wall().min()).min().orElseThrow();
            var highest = rows.stream().mapToDouble(r -> r.wall().max()).max().orElseThrow();
            new Picture(g, lowest, highest).draw(report, rows, height);
        }
        g.dispose();
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        ImageIO.write(image, "png", file.toFile());
    }

    private void draw(Report report, List<Row.Measured> rows, int height) {
        g.setColor(INK);
        g.setFont(TITLE);
        g.drawString("Cold start: process start to first answer", 20, 30);
        g.setFont(SMALL);
        g.drawString(
                "dot: median of " + rows.getFirst().wall().count() + " starts; line: fastest to slowest; logarithmic",
                PLOT_LEFT,
                TOP - 30);
        axis(TOP - 8, TOP + rows.size() * ROW);
        for (var i = 0; i < HEADS.size(); i++) {
            right(HEADS.get(i), FIGURES[i], TOP - 12);
        }
        for (var i = 0; i < rows.size(); i++) {
            row(rows.get(i), TOP + i * ROW + ROW / 2);
        }
        g.setFont(SMALL);
        g.setColor(INK);
        g.drawString(report.date() + ", " + report.machine(), 20, height - 32);
        g.drawString(
                "functions: first answer with their calls to PostgreSQL 18, SQS and the live service on loopback",
                20,
                height - 14);
    }

    private void axis(int top, int bottom) {
        g.setFont(SMALL);
        for (var decade = 0; decade <= decades; decade++) {
            var x = x(Math.pow(10, lowest + decade));
            g.setColor(FAINT);
            g.drawLine(x, top, x, bottom);
            g.setColor(INK);
            centred(Table.number(Math.pow(10, lowest + decade)).replace(".0", "") + " ms", x, top - 4);
        }
    }

    private void row(Row.Measured row, int y) {
        var colour = COLOURS.getOrDefault(row.group(), INK);
        g.setFont(TEXT);
        g.setColor(INK);
        g.drawString("(" + row.group() + ") " + row.name(), 20, y + 5);
        g.setColor(colour);
        g.setStroke(new BasicStroke(2));
        g.drawLine(x(row.wall().min()), y, x(row.wall().max()), y);
        g.fillOval(x(row.wall().median()) - 5, y - 5, 10, 10);
        g.setStroke(new BasicStroke(1));
        g.setColor(INK);
        right(Table.number(row.wall().median()), FIGURES[0], y + 5);
        right(Table.number(row.cpu().median()), FIGURES[1], y + 5);
        right(Table.number(row.resident().median()), FIGURES[2], y + 5);
        row.warm().ifPresent(warm -> {
            right(String.format(Locale.ROOT, "%.2f", warm.percentile(50)), FIGURES[3], y + 5);
            right(String.format(Locale.ROOT, "%.2f", warm.percentile(99)), FIGURES[4], y + 5);
        });
    }

    private int x(double millis) {
        var share = (Math.log10(millis) - lowest) / decades;
        return (int) Math.round(PLOT_LEFT + share * (PLOT_RIGHT - PLOT_LEFT));
    }

    private void right(String text, int x, int y) {
        g.drawString(text, x - g.getFontMetrics().stringWidth(text), y);
    }

    private void centred(String text, int x, int y) {
        g.drawString(text, x - g.getFontMetrics().stringWidth(text) / 2, y);
    }
}
