package dev.vitrine.chat.filter.entity;

/// Whether the letters of a word belong together though something stands between them: "s n a k e" and
/// "sn*ake" are one word, "pen is", "he'll" and "路口 交通" are not what a list may find in them.
///
/// A word of a script that writes spaces is never just broken at one: somebody took it apart letter by
/// letter, or with signs that nobody writes between words, or so that a part is no word (it has no vowel). A
/// word of a script without spaces is taken apart only as a whole, from what stands before it and behind it,
/// or letter by letter.
final class Gaps {
    private static final int LONG = 5;
    private static final int MEDIUM = 4;
    private static final int SHORT = 3;
    private static final String VOWELS = "aeiouy";

    private final String text;
    private final Skeleton skeleton;
    private final int letters;
    private int pieces = 1;
    private int single;
    private int kinds;
    private boolean uniform = true;
    private boolean wordless;

    private Gaps(String text, Skeleton skeleton, int letters) {
        this.text = text;
        this.skeleton = skeleton;
        this.letters = letters;
    }

    /// @param own whether the word itself has something before each of its letters: there it is no gap
    /// @param at the word's first letter
    /// @param begin its first repeat
    /// @param end behind its last one
    static Gaps of(String text, Skeleton skeleton, boolean[] own, int at, int begin, int end) {
        var gaps = new Gaps(text, skeleton, end - begin);
        gaps.look(own, at, begin, end);
        return gaps;
    }

    boolean isAny() {
        return pieces > 1;
    }

    private void look(boolean[] own, int first, int begin, int end) {
        int pieceBegin = begin;
        int letter = first;
        boolean vowel = isVowel(skeleton.letter(letter));
        for (int at = begin + 1; at < end; at++) {
            while (at >= skeleton.end(letter)) {
                letter++;
            }
            if (skeleton.isParted(at) && (own.length == 0 || !own[letter - first])) {
                piece(pieceBegin, at, begin, vowel);
                if (pieces > 1) {
                    uniform &= isSame(pieceBegin, at);
                }
                pieces++;
                pieceBegin = at;
                kinds |= skeleton.gap(at);
                vowel = false;
            }
            vowel |= isVowel(skeleton.letter(letter));
        }
        if (pieces > 1) {
            piece(pieceBegin, end, begin, vowel);
        }
    }

    private void piece(int from, int to, int begin, boolean vowel) {
        boolean one = to - from == 1;
        single += one ? 1 : 0;
        // "he'll": what follows an apostrophe has no vowel, and is no part of a word that was taken apart
        boolean contracted = from > begin && (skeleton.gap(from) & Gap.APOSTROPHE) != 0;
        wordless |= !one && !vowel && !contracted;
    }

    /// What is no Latin letter says nothing.
    private static boolean isVowel(char letter) {
        return letter < 'a' || letter > 'z' || VOWELS.indexOf(letter) >= 0;
    }

    /// Whether the same stands before two repeats.
    private boolean isSame(int one, int other) {
        int begin = skeleton.to(one - 1);
        int otherBegin = skeleton.to(other - 1);
        int length = skeleton.from(one) - begin;
        return length == skeleton.from(other) - otherBegin && text.regionMatches(begin, text, otherBegin, length);
    }

    private boolean has(int any) {
        return (kinds & any) != 0;
    }

    boolean isOneSpacedWord() {
        if (!has(Gap.BLANK | Gap.BETWEEN_WORDS | Gap.APOSTROPHE | Gap.PICTURE)) {
            return true; // sn*ake
        }
        if (!has(Gap.BLANK | Gap.APOSTROPHE) && (pieces >= SHORT || single > 0 && letters >= MEDIUM)) {
            return true; // sna🙂ke🙂oil, s.nake
        }
        if (wordless) {
            return true; // fu ck
        }
        if (single == pieces) {
            return uniform || letters >= LONG; // s n a k e
        }
        return single == pieces - 1 && letters >= (pieces >= SHORT ? MEDIUM : LONG + 1); // f u ck, b astard
    }

    boolean isOneWordAmongOthers() {
        if (!has(Gap.BLANK | Gap.BETWEEN_PHRASES | Gap.APOSTROPHE)) {
            return true; // 加*微信
        }
        if (letters >= MEDIUM && !has(Gap.BETWEEN_SENTENCES)) {
            return true; // 刷单 返利
        }
        return letters >= SHORT && single == pieces && uniform; // 加 微 信
    }
}
