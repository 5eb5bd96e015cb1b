package dev.vitrine.chat.filter.entity;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// Which scripts write spaces between words.
final class Script {
    /// After UAX 14: ideographs and what goes with them, and the scripts of class SA. Hangul has spaces,
    /// between phrases: endings are written on a word, so that a word in front of one is found as in Chinese.
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.YI,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN,
            UnicodeScript.TAI_LE,
            UnicodeScript.NEW_TAI_LUE,
            UnicodeScript.TAI_THAM,
            UnicodeScript.TAI_VIET,
            UnicodeScript.JAVANESE,
            UnicodeScript.BALINESE);

    private static final char LATIN_EXTENDED = 0x250;
    private static final char HAN = 0x4e00;
    private static final char HAN_END = 0x9fff;

    private Script() {}

    /// Of a letter or a digit, as it looks: a Cyrillic one in a Latin word is as the others.
    static boolean isSpaced(int codePoint) {
        var alike = Alike.of(codePoint);
        if (alike.isEmpty()) {
            return false;
        }
        char first = alike.charAt(0);
        // most are, or are not, at a glance
        return first < LATIN_EXTENDED
                || (first < HAN || first > HAN_END) && !WITHOUT_SPACES.contains(UnicodeScript.of(alike.codePointAt(0)));
    }
}
