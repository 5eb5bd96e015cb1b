package dev.vitrine.ledger.statements.entity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// A document of lines of text, as PDF 1.4 (ISO 32000-1): what a statement needs and no more, since libraries
/// that write PDF bring the JDK's graphics, which an executable cannot carry in one file.
///
/// Latin letters are set in Helvetica, everything else in STSong-Light: fonts that every reader has or replaces
/// (ISO 32000-1, 9.6.2.2; Adobe-GB1). Nothing but the text makes a difference to the bytes.
final class Pdf {
    /// A4, in points.
    static final int WIDTH = 595;

    static final int HEIGHT = 842;

    private static final int FIRST_PAGE_OBJECT = 7;
    private static final int EM = 1000;
    /// Widths in Helvetica from the space to the tilde, in thousandths of the size (Adobe's font metrics).
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    private static final String LATIN = "/F1";
    private static final String HAN = "/F2";
    private static final char REPLACEMENT = '\uFFFD';

    private final String title;
    private final List<StringBuilder> pages = new ArrayList<>();

    Pdf(String title) {
        this.title = title;
    }

    void page() {
        pages.add(new StringBuilder());
    }

    /// A line that begins at `x`; `y` counts from the bottom of the page.
    void text(int x, int y, int size, String text) {
        var page = pages.getLast()
                .append("BT 1 0 0 1 ")
                .append(x)
                .append(' ')
                .append(y)
                .append(" Tm ");
        for (var i = 0; i < text.length(); ) {
            var end = i;
            var latin = isLatin(text.charAt(i));
            while (end < text.length() && isLatin(text.charAt(end)) == latin) {
                end++;
            }
            var run = text.substring(i, end);
            page.append(latin ? LATIN : HAN)
                    .append(' ')
                    .append(size)
                    .append(" Tf ")
                    .append(latin ? literal(run) : hexadecimal(run))
                    .append(" Tj ");
            i = end;
        }
        page.append("ET\n");
    }

    /// A line that ends at `x`.
    void textUntil(int x, int y, int size, String text) {
        var thousandths =
                text.chars().map(c -> isLatin((char) c) ? WIDTHS[c - ' '] : EM).sum();
        text(x - thousandths * size / EM, y, size, text);
    }

    /// A number that ends at `x`, its thousands parted.
    void number(int x, int y, int size, long number) {
        textUntil(x, y, size, String.format(Locale.ROOT, "%,d", number));
    }

    void rule(int from, int to, int y) {
        pages.getLast()
                .append("0.5 w ")
                .append(from)
                .append(' ')
                .append(y)
                .append(" m ")
                .append(to)
                .append(' ')
                .append(y)
                .append(" l S\n");
    }

    byte[] bytes() {
        var objects = new ArrayList<String>();
        var kids = new StringBuilder();
        for (var i = 0; i < pages.size(); i++) {
            kids.append(FIRST_PAGE_OBJECT + 2 * i).append(" 0 R ");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [ " + kids + "] /Count " + pages.size() + " >>");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H"
                + " /DescendantFonts [ 5 0 R ] >>");
        objects.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 6 0 R"
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>");
        objects.add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [ -25 -254 1000 880 ]"
                + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        for (var i = 0; i < pages.size(); i++) {
            var content = pages.get(i);
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 " + WIDTH + ' ' + HEIGHT
                    + " ] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents " + (FIRST_PAGE_OBJECT + 2 * i + 1)
                    + " 0 R >>");
            objects.add("<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
        }
        objects.add("<< /Title " + hexadecimal("\uFEFF" + title) + " >>");
        return file(objects);
    }

    /// Objects, then where each begins.
    private static byte[] file(List<String> objects) {
        var out = new ByteArrayOutputStream();
        write(out, "%PDF-1.4\n");
        var places = new StringBuilder();
        for (var i = 0; i < objects.size(); i++) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            write(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
        }
        var table = out.size();
        write(out, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n" + places);
        write(
                out,
                "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R /Info " + objects.size()
                        + " 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isLatin(char c) {
        return c >= ' ' && c <= '~';
    }

    private static String literal(String text) {
        return '(' + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ')';
    }

    /// UCS-2: what is beyond it is replaced.
    private static String hexadecimal(String text) {
        var bmp = text.codePoints()
                .map(c -> Character.isBmpCodePoint(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return '<' + HexFormat.of().formatHex(bmp.toString().getBytes(StandardCharsets.UTF_16BE)) + '>';
    }
}
