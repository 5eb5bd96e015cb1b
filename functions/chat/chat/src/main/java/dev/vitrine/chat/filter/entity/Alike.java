package dev.vitrine.chat.filter.entity;

import dev.vitrine.model.VisibleText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// What one character is for a comparison: nothing (separators, marks, what is not seen), a letter or digit,
/// or a few of them (ligatures).
///
/// Unicode is asked once a character; the answers are kept for the characters of the first two planes.
final class Alike {
    private static final int PLANES = 0x20000;
    private static final int PAGE = 0x100;
    /// Letters that generators of "fancy text" take for Latin ones and UTS 39 does not: each followed by what
    /// it is.
    private static final String FANCY = "ᗩaᑕcᗴeᑎnᔕsᗯwᘔzλa";
    /// After UTS 39, by the tests' `LooksAlike`.
    private static final Map<Integer, String> LOOKALIKES = table("lookalikes.txt");
    /// OpenCC's TSCharacters (Apache-2.0), the first choice of each.
    private static final Map<Integer, String> SIMPLIFIED = table("traditional-to-simplified.txt");

    static {
        put(LOOKALIKES, FANCY);
    }

    private static final String[][] KEPT = new String[PLANES / PAGE][];

    private Alike() {}

    static String of(int codePoint) {
        if (codePoint >= PLANES) {
            return compute(codePoint);
        }
        // Two threads may compute the same: they get the same.
        var page = KEPT[codePoint / PAGE];
        if (page == null) {
            page = new String[PAGE];
            KEPT[codePoint / PAGE] = page;
        }
        var kept = page[codePoint % PAGE];
        if (kept == null) {
            kept = compute(codePoint).intern();
            page[codePoint % PAGE] = kept;
        }
        return kept;
    }

    private static String compute(int codePoint) {
        if (VisibleText.isIgnored(codePoint)) {
            return "";
        }
        var known = LOOKALIKES.get(codePoint);
        if (known != null) {
            return known;
        }
        var alike = new StringBuilder();
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(each -> append(alike, each));
        return alike.toString();
    }

    private static void append(StringBuilder alike, int codePoint) {
        int digit = Character.digit(codePoint, 10);
        if (digit >= 0) {
            alike.append((char) ('0' + digit));
            return;
        }
        var known = LOOKALIKES.getOrDefault(codePoint, SIMPLIFIED.get(codePoint));
        if (known == null) {
            alike.appendCodePoint(codePoint);
        } else {
            alike.append(known);
        }
    }

    /// Of each line the first character is the rest.
    private static Map<Integer, String> table(String name) {
        var table = new HashMap<Integer, String>();
        try (var lines = new BufferedReader(
                new InputStreamReader(Alike.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int first = line.codePointAt(0);
                table.put(first, line.substring(Character.charCount(first)).intern());
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this package cannot be read", e);
        }
    }

    private static void put(Map<Integer, String> table, String pairs) {
        for (int at = 0; at < pairs.length(); at += 2) {
            table.putIfAbsent((int) pairs.charAt(at), pairs.substring(at + 1, at + 2));
        }
    }
}
