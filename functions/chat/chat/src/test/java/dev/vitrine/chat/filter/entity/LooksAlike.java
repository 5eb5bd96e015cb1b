package dev.vitrine.chat.filter.entity;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Makes `lookalikes.txt` of Unicode's data, by ICU: letters and symbols that look like a Latin letter or a
/// Han character, and what they look like. By the confusables of UTS 39, and for letters that it leaves alone
/// by their names ("LATIN LETTER SMALL CAPITAL F", "NEGATIVE SQUARED LATIN CAPITAL LETTER F", "LATIN SMALL
/// LETTER O WITH STROKE").
///
/// Of scripts that are written from the right, or whose letters only seem Latin in a sentence of their own
/// (Indic ones), nothing: nobody would read a word that is mixed of these.
final class LooksAlike {
    private static final Pattern NAMED = Pattern.compile("(?:LATIN LETTER SMALL CAPITAL"
            + "|(?:CROSSED )?NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER"
            + "|LATIN (?:SMALL|CAPITAL) LETTER) ([A-Z])(?: WITH .*)?");
    private static final Set<Integer> SCRIPTS = Set.of(
            UScript.LATIN,
            UScript.GREEK,
            UScript.CYRILLIC,
            UScript.ARMENIAN,
            UScript.CHEROKEE,
            UScript.LISU,
            UScript.CANADIAN_ABORIGINAL,
            UScript.COPTIC,
            UScript.COMMON,
            UScript.DESERET,
            UScript.OLD_ITALIC,
            UScript.GOTHIC,
            UScript.RUNIC,
            UScript.TIFINAGH,
            UScript.OSAGE,
            UScript.KATAKANA,
            UScript.HIRAGANA,
            UScript.BOPOMOFO);
    private static final int ASCII = 0x80;

    private final SpoofChecker checker =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    private final Map<String, String> latin = new HashMap<>();
    private final Map<String, String> han = new HashMap<>();

    private LooksAlike() {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            latin.put(skeleton(letter), Character.toString(letter));
        }
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            latin.putIfAbsent(skeleton(letter), Character.toString(Character.toLowerCase(letter)));
        }
        for (int each = 0x4e00; each <= 0x9fff; each++) {
            han.putIfAbsent(skeleton(each), Character.toString(each));
        }
    }

    static SortedMap<Integer, String> table() {
        var alike = new LooksAlike();
        var table = new TreeMap<Integer, String>();
        for (int each = ASCII; each <= 0x1ffff; each++) {
            if (mayBeTaken(each)) {
                var target = alike.target(each);
                if (target != null && !target.equals(plain(each))) {
                    table.put(each, target);
                }
            }
        }
        return table;
    }

    private static boolean mayBeTaken(int codePoint) {
        return (UCharacter.isLetter(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL)
                && UCharacter.digit(codePoint) < 0
                && plain(codePoint).codePointCount(0, plain(codePoint).length()) <= 1 // no ligature
                && !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                && SCRIPTS.contains(UScript.getScript(codePoint));
    }

    private String target(int codePoint) {
        for (int form : new int[] {UCharacter.toLowerCase(codePoint), codePoint, UCharacter.toUpperCase(codePoint)}) {
            var target = latin.get(skeleton(form));
            if (target != null) {
                return target;
            }
        }
        var named = NAMED.matcher(String.valueOf(UCharacter.getName(codePoint)));
        return named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : han.get(skeleton(codePoint));
    }

    /// What is left of it without this table.
    private static String plain(int codePoint) {
        var plain = new StringBuilder();
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private String skeleton(int codePoint) {
        return Normalizer.normalize(checker.getSkeleton(Character.toString(codePoint)), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
    }
}
