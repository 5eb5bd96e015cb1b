package dev.vitrine.ledger.entity;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A statement as one page of A4 for people (ISO 32000-1): text in the standard fonts, so that nothing has to
/// be embedded. A month has at most 31 lines, which fit.
public final class StatementPdf {
    private static final int TOP = 790;
    private static final int LEFT = 45;
    private static final int LEADING = 17;
    private static final String ROW = "%-12s %7s %12s %12s %12s %12s %12s";

    private StatementPdf() {}

    /// @param fans followers at the end
    public static byte[] write(Statement statement, YearMonth month, long fans) {
        var lines = new ArrayList<String>();
        lines.add("Income statement " + month);
        lines.add(
                "Streamer " + statement.streamer() + "    Currency " + statement.currency() + "    Followers " + fans);
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-12s %20d", "Opening", statement.opening()));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT, ROW, "Day", "Gifts", "Given", "Commission", "Reversals", "Income", "Withdrawn"));
        statement.days().forEach(day -> lines.add(row(day.day().toString(), day.moved())));
        lines.add(row("Total", statement.total()));
        if (statement.total().other() != 0) {
            lines.add(String.format(
                    Locale.ROOT, "%-12s %20d", "Other", statement.total().other()));
        }
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-12s %20d", "Closing", statement.closing()));
        lines.add("From " + statement.from() + " until before " + statement.until() + ".");
        return document(page(lines));
    }

    private static String row(String name, Moved moved) {
        return String.format(
                Locale.ROOT,
                ROW,
                name,
                moved.gifts(),
                moved.given(),
                moved.commission(),
                moved.reversals(),
                moved.income(),
                moved.withdrawn());
    }

    private static String page(List<String> lines) {
        var text = new StringBuilder("BT /F2 16 Tf " + LEFT + " " + TOP + " Td " + LEADING + " TL (");
        text.append(escaped(lines.getFirst())).append(") Tj /F1 9 Tf T*\n");
        lines.stream()
                .skip(1)
                .forEach(line -> text.append('(').append(escaped(line)).append(") Tj T*\n"));
        return text.append("ET").toString();
    }

    /// Printable ASCII as it is; what the standard fonts lack becomes a question mark.
    private static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point == '(' || point == ')' || point == '\\') {
                safe.append('\\');
            }
            safe.append(point >= ' ' && point <= '~' ? (char) point : '?');
        });
        return safe.toString();
    }

    private static byte[] document(String content) {
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
                "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int number = 1; number <= objects.size(); number++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(number)
                    .append(" 0 obj\n")
                    .append(objects.get(number - 1))
                    .append("\nendobj\n");
        }
        var start = pdf.length();
        pdf.append(table)
                .append("trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start
                        + "\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
