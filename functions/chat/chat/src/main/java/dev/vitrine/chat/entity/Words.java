package dev.vitrine.chat.entity;

import dev.vitrine.model.InvalidValue;

/// Bounds of text in Unicode code points. What could break a screen is refused: control characters, lone
/// surrogates, direction overrides, and heaps of combining marks (zalgo).
public final class Words {
    /// Every living script gets along with two marks in a row; more is decoration.
    static final int MARKS_IN_A_ROW = 2;

    private Words() {}

    public static String between(int shortest, int longest, String field, String value) {
        int length = value.codePointCount(0, value.length());
        if (length < shortest || length > longest || value.isBlank()) {
            throw new InvalidValue(field, "must be " + shortest + " to " + longest + " characters, not only blanks");
        }
        if (value.codePoints().anyMatch(Words::breaksScreens)) {
            throw new InvalidValue(field, "must not hold control characters or direction overrides");
        }
        if (heaped(value)) {
            throw new InvalidValue(field, "must have at most " + MARKS_IN_A_ROW + " combining marks in a row");
        }
        return value;
    }

    /// Unicode UAX 9, 3.1.2: U+202A-U+202E override, U+2066-U+2069 isolate.
    private static boolean breaksScreens(int codePoint) {
        boolean direction = codePoint >= 0x202a && codePoint <= 0x202e || codePoint >= 0x2066 && codePoint <= 0x2069;
        return direction || Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean heaped(String value) {
        int marks = 0;
        for (int codePoint : value.codePoints().toArray()) {
            int type = Character.getType(codePoint);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = mark ? marks + 1 : 0;
            if (marks > MARKS_IN_A_ROW) {
                return true;
            }
        }
        return false;
    }
}
