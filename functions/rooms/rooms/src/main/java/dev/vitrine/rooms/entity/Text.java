package dev.vitrine.rooms.entity;

import dev.vitrine.model.InvalidValue;

/// Bounds of text in Unicode code points, as JSON Schema counts. Control characters are refused: no store or page
/// shows them well, and PostgreSQL takes no NUL.
final class Text {
    private Text() {}

    static String between(int shortest, int longest, String field, String value) {
        int length = value.codePointCount(0, value.length());
        if (length < shortest || length > longest || (shortest > 0 && value.isBlank())) {
            var blank = shortest > 0 ? ", not only blanks" : "";
            throw new InvalidValue(field, "must be " + shortest + " to " + longest + " characters" + blank);
        }
        if (value.codePoints().anyMatch(Text::isRefused)) {
            throw new InvalidValue(field, "must not hold control characters");
        }
        return value;
    }

    private static boolean isRefused(int codePoint) {
        boolean layout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
        boolean lonelySurrogate = Character.getType(codePoint) == Character.SURROGATE;
        return lonelySurrogate || (Character.isISOControl(codePoint) && !layout);
    }
}
