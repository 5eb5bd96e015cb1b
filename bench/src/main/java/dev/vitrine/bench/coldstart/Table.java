package dev.vitrine.bench.coldstart;

import dev.vitrine.bench.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The report for a terminal: plain characters, columns aligned.
final class Table {
    private static final List<String> HEAD = List.of(
            "", "", "wall ms", "min", "max", "CPU ms", "RSS MB", "PSS MB", "x floor", "JVM /", "warm p50", "p99");
    private static final int TEXT_COLUMNS = 2;

    private Table() {}

    static String render(Report report) {
        var lines = new ArrayList<List<String>>();
        lines.add(HEAD);
        report.rows().forEach(row -> lines.add(cells(report, row)));
        var widths = widths(lines);
        var out = new StringBuilder();
        for (var line : lines) {
            out.append(line(line, widths)).append('\n');
        }
        report.driver().ifPresent(driver -> out.append(driverLine(report, driver)));
        out.append("wall: process start to first answer; medians of ")
                .append(starts(report))
                .append(
                        " starts, turn by turn. JVM /: the same on the JVM without a cache takes so many times as long.\n");
        out.append(report.inputs()).append('\n');
        out.append(report.date()).append(", ").append(report.machine()).append('\n');
        return out.toString();
    }

    private static List<String> cells(Report report, Row row) {
        return switch (row) {
            case Row.Measured m ->
                List.of(
                        "(" + m.group() + ")",
                        m.name(),
                        number(m.wall().median()),
                        number(m.wall().min()),
                        number(m.wall().max()),
                        number(m.cpu().median()),
                        number(m.resident().median()),
                        number(m.proportional().median()),
                        ratio(report.overFloor(m)),
                        ratio(report.underJvm(m)),
                        m.warm().map(w -> fine(w.percentile(50))).orElse(""),
                        m.warm().map(w -> fine(w.percentile(99))).orElse(""));
            case Row.Missing m -> List.of("(" + m.group() + ")", m.name(), m.why());
        };
    }

    private static String driverLine(Report report, Sample driver) {
        var line = new StringBuilder("the query of " + Report.DRIVEN + " through the bare driver, one connection: p50 "
                + fine(driver.percentile(50)) + " ms, p99 " + fine(driver.percentile(99)) + " ms");
        for (var variant : Variant.values()) {
            report.measured(Report.DRIVEN + variant.suffix())
                    .flatMap(Row.Measured::warm)
                    .ifPresent(warm -> line.append("; ")
                            .append(variant.suffix().substring(2))
                            .append(" p50 is ")
                            .append(fine(warm.percentile(50) / driver.percentile(50)))
                            .append(" times that"));
        }
        return line.append('\n').toString();
    }

    private static String starts(Report report) {
        return report.rows().stream()
                .filter(Row.Measured.class::isInstance)
                .map(row -> Integer.toString(((Row.Measured) row).wall().count()))
                .findFirst()
                .orElse("no");
    }

    /// A line that holds a reason instead of numbers has no say.
    private static int[] widths(List<List<String>> lines) {
        var widths = new int[HEAD.size()];
        for (var line : lines) {
            for (var i = 0; i < line.size(); i++) {
                if (i < TEXT_COLUMNS || line.size() == HEAD.size()) {
                    widths[i] = Math.max(widths[i], line.get(i).length());
                }
            }
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths) {
        var out = new StringBuilder();
        for (var i = 0; i < cells.size(); i++) {
            var pad = " ".repeat(Math.max(0, widths[i] - cells.get(i).length()));
            out.append(i < TEXT_COLUMNS || cells.size() < HEAD.size() ? cells.get(i) + pad : pad + cells.get(i))
                    .append("  ");
        }
        return out.toString().stripTrailing();
    }

    /// Three digits that count.
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    private static String fine(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String ratio(Optional<Double> value) {
        return value.map(v -> String.format(Locale.ROOT, v < 10 ? "%.1f" : "%.0f", v))
                .orElse("");
    }
}
