package dev.vitrine.ledger.entity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tables as text, as RFC 4180 has them.
public final class Csv {
    private static final String LINE_END = "\r\n";
    private static final String FORMULA = "=+-@\t";

    private Csv() {}

    /// @param lines the first names the columns
    public static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining(LINE_END, "", LINE_END));
    }

    /// A text of somebody's, led by `'` where a spreadsheet would take it for a formula.
    public static String quoted(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
