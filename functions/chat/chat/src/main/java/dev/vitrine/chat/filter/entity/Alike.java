package dev.vitrine.chat.filter.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// What one character is for a comparison: nothing (separators, marks), a letter or digit, or a few of them
/// (ligatures).
///
/// Unicode is asked once a character; the answers are kept for the characters of the first plane.
final class Alike {
    private static final int PLANE = 0x10000;
    /// Letters of other scripts that look like Latin ones; after Unicode's confusables (UTS 39), lower case
    /// only.
    private static final String LOOKALIKES =
            "аaвbеeсcнhіiјjкkмmоoрpѕsтtхxуyԁdһhԛqԝwαaβbεeηnιiκkνvοoρpτtυuχxγyɑaɡgıiℓləe";
    private static final char[] SIMPLIFIED = simplified();
    private static final char[] LATIN = latin();

    private static final String[] KEPT = new String[PLANE];

    private Alike() {}

    static String of(int codePoint) {
        if (codePoint >= PLANE) {
            return compute(codePoint);
        }
        // Two threads may compute the same: they get the same.
        var kept = KEPT[codePoint];
        if (kept == null) {
            kept = compute(codePoint).intern();
            KEPT[codePoint] = kept;
        }
        return kept;
    }

    private static String compute(int codePoint) {
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
        } else if (codePoint >= PLANE) {
            alike.appendCodePoint(codePoint);
        } else {
            char character = (char) codePoint;
            char latin = LATIN[character];
            char simplified = SIMPLIFIED[character];
            alike.append(latin != 0 ? latin : simplified != 0 ? simplified : character);
        }
    }

    private static char[] latin() {
        var latin = new char[PLANE];
        for (int at = 0; at < LOOKALIKES.length(); at += 2) {
            latin[LOOKALIKES.charAt(at)] = LOOKALIKES.charAt(at + 1);
        }
        return latin;
    }

    /// OpenCC's TSCharacters (Apache-2.0), the first choice of each.
    private static char[] simplified() {
        var simplified = new char[PLANE];
        try (var lines = new BufferedReader(new InputStreamReader(
                Alike.class.getResourceAsStream("traditional-to-simplified.txt"), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                simplified[line.charAt(0)] = line.charAt(1);
            }
            return simplified;
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this package cannot be read", e);
        }
    }
}
