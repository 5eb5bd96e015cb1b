package dev.vitrine.model;

/// What every store of the house takes as text, and gives back as it was.
///
/// PostgreSQL has no U+0000 in a text, and half of a surrogate pair is nothing that UTF-8 can write: a row with one of
/// them would be refused each time it is tried, and hold up all that follow.
public final class StorableText {
    public static final String ALLOWED = "must be text without U+0000 and without halves of surrogate pairs";

    private StorableText() {}

    public static boolean is(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (Character.isHighSurrogate(unit)) {
                if (++at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return false;
                }
            } else if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }

    /// @return the text itself
    /// @throws InvalidValue when no store can hold it
    public static String require(String field, String text) {
        if (!is(text)) {
            throw new InvalidValue(field, ALLOWED);
        }
        return text;
    }
}
