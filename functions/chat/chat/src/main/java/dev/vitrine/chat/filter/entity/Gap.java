package dev.vitrine.chat.filter.entity;

import dev.vitrine.model.VisibleText;

/// What stands between two letters, as bits: each kind of character that is there.
final class Gap {
    static final int NONE = 0;
    /// Anything at all.
    static final int ANY = 1;

    static final int BLANK = 1 << 1;
    static final int APOSTROPHE = 1 << 2;
    /// What ends sentences and parts of them, and stands between the things of a list.
    static final int BETWEEN_WORDS = 1 << 3;
    /// Likewise where words are written without spaces: a full stop of Latin is none there.
    static final int BETWEEN_PHRASES = 1 << 4;
    static final int BETWEEN_SENTENCES = 1 << 5;
    static final int PICTURE = 1 << 6;

    private static final String PHRASES = ",:;?!/&\"()[]…“”«»‘，。！？、；：（）《》【】「」";
    private static final String SENTENCES = ",;?!…，。！？；：";
    private static final String APOSTROPHES = "'’ʼ＇";
    private static final int[] OF_ASCII = new int[0x80];

    static {
        for (int each = 0; each < OF_ASCII.length; each++) {
            OF_ASCII[each] = compute(each);
        }
    }

    private Gap() {}

    /// Of a character that is no letter or digit. Marks, and what nobody sees, part nothing.
    static int of(int codePoint) {
        return codePoint < OF_ASCII.length ? OF_ASCII[codePoint] : compute(codePoint);
    }

    private static int compute(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> NONE;
            case Character.OTHER_SYMBOL -> ANY | PICTURE;
            default -> VisibleText.isIgnored(codePoint) ? NONE : ANY | kinds(codePoint);
        };
    }

    private static int kinds(int codePoint) {
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            return BLANK;
        }
        if (codePoint == '.') {
            return BETWEEN_WORDS;
        }
        int kinds = APOSTROPHES.indexOf(codePoint) >= 0 ? APOSTROPHE : NONE;
        if (PHRASES.indexOf(codePoint) >= 0) {
            kinds |= BETWEEN_WORDS | BETWEEN_PHRASES;
        }
        return SENTENCES.indexOf(codePoint) >= 0 ? kinds | BETWEEN_SENTENCES : kinds;
    }
}
