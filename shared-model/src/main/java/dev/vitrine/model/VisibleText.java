package dev.vitrine.model;

import static java.lang.Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS;
import static java.lang.Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_EXTENDED;
import static java.lang.Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT;
import static java.lang.Character.UnicodeBlock.COMBINING_HALF_MARKS;
import static java.lang.Character.UnicodeBlock.COMBINING_MARKS_FOR_SYMBOLS;

import java.util.Set;

/// Text that a person typed and others read: the one rule for titles, names, talk, notices and reasons.
///
/// It is storable (`StorableText`), has something to see, keeps to its line or paragraphs, turns no direction
/// of what stands beside it, and heaps no marks on a letter (zalgo). Bounds are in Unicode code points, as
/// JSON Schema counts.
/// - Seen is what is no white space, no control or format character, no mark without a letter, and by
///   Unicode's data not ignored by default (`DefaultIgnorable`): a title of U+3164 or U+200B is none.
/// - Embeddings, overrides and isolates (UAX 9, 2) are refused. The marks U+200E, U+200F and U+061C are what
///   Hebrew and Arabic are typed with; they enclose nothing, and stay.
/// - Of marks in a row none comes twice (UTS 39, 5.4), at most 3 are of no script (an NFD ᾧ has as many) and
///   at most 6 in all: UTS 39 would have 4, but a Tibetan བྷྲཱུྃ has 5.
public final class VisibleText {
    static final int MARKS_IN_A_ROW = 6;
    static final int MARKS_OF_NO_SCRIPT = 3;

    private static final Set<Character.UnicodeBlock> OF_NO_SCRIPT = Set.of(
            COMBINING_DIACRITICAL_MARKS,
            COMBINING_DIACRITICAL_MARKS_EXTENDED,
            COMBINING_DIACRITICAL_MARKS_SUPPLEMENT,
            COMBINING_MARKS_FOR_SYMBOLS,
            COMBINING_HALF_MARKS);
    /// These have a shape in no font, though Unicode counts them as symbols: BRAILLE PATTERN BLANK, MUSICAL
    /// SYMBOL NULL NOTEHEAD.
    private static final Set<Integer> SHAPELESS = Set.of(0x2800, 0x1D159);

    private VisibleText() {}

    /// @return the text itself: one line of that many characters
    /// @throws InvalidValue when it is none
    public static String line(int shortest, int longest, String field, String text) {
        return checked(shortest, longest, field, text, false);
    }

    /// May hold line feeds, carriage returns and tabs.
    ///
    /// @return the text itself
    /// @throws InvalidValue when it is none
    public static String paragraphs(int shortest, int longest, String field, String text) {
        return checked(shortest, longest, field, text, true);
    }

    private static String checked(int shortest, int longest, String field, String text, boolean layout) {
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest || shortest > 0 && !isSeen(text)) {
            var blank = shortest > 0 ? ", not only blanks" : "";
            throw new InvalidValue(field, "must be " + shortest + " to " + longest + " characters" + blank);
        }
        var marks = new Marks();
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (isRefused(codePoint, layout)) {
                throw new InvalidValue(field, "must not hold control characters or direction overrides");
            }
            if (!marks.take(codePoint)) {
                throw new InvalidValue(field, "must not heap combining marks");
            }
            at += Character.charCount(codePoint);
        }
        return text;
    }

    /// What is left of a line without what would be refused: for text that nobody can mend any more, such as
    /// what was kept under older rules.
    public static String cleared(String text) {
        var cleared = new StringBuilder(text.length());
        var marks = new Marks();
        text.codePoints()
                .filter(codePoint -> !isRefused(codePoint, false) && marks.take(codePoint))
                .forEach(cleared::appendCodePoint);
        return cleared.toString();
    }

    /// A line that may stand as a name among others: cleared, without implicit directional marks and blanks
    /// at its ends, cut to a length.
    ///
    /// @return empty when there is nothing to see
    public static String name(int longest, String text) {
        var bare = new StringBuilder(text.length());
        cleared(text)
                .codePoints()
                .filter(codePoint -> !isDirectional(codePoint))
                .forEach(bare::appendCodePoint);
        var name = bare.toString().strip();
        if (!isSeen(name)) {
            return "";
        }
        return name.codePointCount(0, name.length()) <= longest
                ? name
                : name.substring(0, name.offsetByCodePoints(0, longest)).strip();
    }

    /// Whether there is anything to see.
    public static boolean isSeen(String text) {
        return text.codePoints().anyMatch(VisibleText::isSeen);
    }

    /// Whether Unicode has it shown as nothing: Default_Ignorable_Code_Point.
    public static boolean isIgnored(int codePoint) {
        return DefaultIgnorable.is(codePoint);
    }

    private static boolean isSeen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !DefaultIgnorable.is(codePoint) && !SHAPELESS.contains(codePoint);
        };
    }

    private static boolean isRefused(int codePoint, boolean layout) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> !(layout && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t'));
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2066 && codePoint <= 0x2069;
        };
    }

    private static boolean isDirectional(int codePoint) {
        return codePoint == 0x061C || codePoint == 0x200E || codePoint == 0x200F;
    }

    /// Marks since the last letter.
    private static final class Marks {
        private final int[] row = new int[MARKS_IN_A_ROW];
        private int count;
        private int ofNoScript;

        /// @return whether it may stand here
        boolean take(int codePoint) {
            int type = Character.getType(codePoint);
            if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
                if (type != Character.FORMAT) {
                    count = 0;
                    ofNoScript = 0;
                }
                return true;
            }
            if (DefaultIgnorable.is(codePoint)) {
                return true;
            }
            boolean general = OF_NO_SCRIPT.contains(Character.UnicodeBlock.of(codePoint));
            if (count == MARKS_IN_A_ROW || general && ofNoScript == MARKS_OF_NO_SCRIPT || holds(codePoint)) {
                return false;
            }
            row[count++] = codePoint;
            ofNoScript += general ? 1 : 0;
            return true;
        }

        private boolean holds(int codePoint) {
            for (int at = 0; at < count; at++) {
                if (row[at] == codePoint) {
                    return true;
                }
            }
            return false;
        }
    }
}
