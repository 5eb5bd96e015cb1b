package dev.vitrine.chat.filter.entity;

import java.util.Arrays;

/// A word of a list, ready to be compared.
///
/// @param repeats of each letter of its skeleton
/// @param spacedBegin whether its first letter is of a script that writes spaces: it begins where no such
///     letter touches
/// @param spacedEnd likewise its last letter
/// @param spaced whether all of its letters are
/// @param parted whether the word itself has something before each letter of its skeleton: "fast cash"; empty where it
///     has nothing anywhere
/// @param lead how many UTF-16 units stand before its first letter
/// @param exact whether it has signs that are more than separators, such as "18+": they have to be there
record Entry(
        Word word,
        int[] repeats,
        boolean[] parted,
        boolean spacedBegin,
        boolean spacedEnd,
        boolean spaced,
        int lead,
        boolean exact) {
    private static final int OBVIOUS_REPEATS = 3;
    private static final int OBVIOUS_REPEATS_CHINESE = 2;
    /// Of most words: nothing stands between their letters.
    private static final boolean[] NOWHERE = {};

    static Entry of(Word word, Skeleton skeleton) {
        var text = word.text();
        boolean spaced = true;
        var parted = new boolean[skeleton.length()];
        for (int at = 0; at < skeleton.length(); at++) {
            spaced &= Script.isSpaced(text.codePointAt(skeleton.from(skeleton.first(at))));
            for (int repeat = skeleton.first(at); repeat < skeleton.end(at); repeat++) {
                parted[at] |= repeat > 0 && skeleton.isParted(repeat);
            }
        }
        int end = skeleton.end(skeleton.length() - 1) - 1;
        return new Entry(
                word,
                skeleton.repeats(),
                any(parted) ? parted : NOWHERE,
                Script.isSpaced(text.codePointAt(skeleton.from(0))),
                Script.isSpaced(text.codePointAt(skeleton.from(end))),
                spaced,
                skeleton.from(0),
                text.codePoints().anyMatch(Entry::isMoreThanSeparator));
    }

    private static boolean any(boolean[] parted) {
        for (boolean each : parted) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMoreThanSeparator(int codePoint) {
        boolean sign = Gap.of(codePoint) != Gap.NONE && Alike.of(codePoint).isEmpty();
        return sign && !Character.isWhitespace(codePoint) && " -_./·'’".indexOf(codePoint) < 0;
    }

    /// Two words of the same letters differ when these are not repeated as often.
    String key() {
        return Arrays.toString(repeats);
    }

    /// Looks for the word where a text has its letters, in a row.
    ///
    /// @param at the first letter
    /// @return null when the letters are there and are not the word
    Hit find(Skeleton skeleton, String text, int at, Leet leet) {
        int last = at + repeats.length - 1;
        for (int inner = at + 1; inner < last; inner++) {
            if (!isRepeatedEnough(skeleton, inner, skeleton.repeats(inner), repeats[inner - at])) {
                return null;
            }
        }
        // an end without a boundary takes as many repeats as it wants, and leaves the others to its neighbour
        int latestBegin = skeleton.end(at) - repeats[0];
        int earliestEnd = skeleton.first(last) + repeats[repeats.length - 1];
        for (int begin = spacedBegin ? skeleton.first(at) : latestBegin; begin <= latestBegin; begin++) {
            int latestEnd = spacedEnd || last == at ? skeleton.end(last) : earliestEnd;
            for (int end = latestEnd; end >= earliestEnd && end > begin; end--) {
                if (isWord(skeleton, text, at, begin, end, leet)) {
                    return new Hit(word, skeleton.from(begin), skeleton.to(end - 1));
                }
            }
        }
        return null;
    }

    private boolean isWord(Skeleton skeleton, String text, int at, int begin, int end, Leet leet) {
        return begin >= skeleton.first(at)
                && end <= skeleton.end(at + repeats.length - 1)
                && isCutWell(skeleton, at, begin, end)
                && (!spacedBegin || isAloneBefore(text, skeleton.from(begin)))
                && (!spacedEnd || isAloneBehind(text, skeleton.to(end - 1)))
                && (leet == Leet.NONE || Leet.isWord(skeleton, text, begin, end))
                && (!exact || isThere(text, skeleton.from(begin)))
                && belongsTogether(skeleton, text, at, begin, end);
    }

    /// Whether the letters at the ends are as many as wanted, when the text's are cut so: with repeats of a
    /// neighbour they run together ("this shop", "微信信").
    private boolean isCutWell(Skeleton skeleton, int at, int begin, int end) {
        int last = at + repeats.length - 1;
        boolean cutBegin = begin > skeleton.first(at);
        boolean cutEnd = end < skeleton.end(last);
        if (cutBegin && spacedBegin && !isCut(skeleton, begin, begin - 1)
                || cutEnd && spacedEnd && !isCut(skeleton, end, end)) {
            return false;
        }
        if (last == at) {
            return isRepeatedEnough(skeleton, at, end - begin, repeats[0]);
        }
        return isRepeatedEnough(skeleton, at, skeleton.end(at) - begin, repeats[0])
                && isRepeatedEnough(skeleton, last, end - skeleton.first(last), repeats[last - at]);
    }

    /// Between two repeats that something parts, or beside a sign: "sh1t!".
    private static boolean isCut(Skeleton skeleton, int parted, int left) {
        return skeleton.isParted(parted) || skeleton.part(left) == Leet.Part.SIGN;
    }

    private boolean isRepeatedEnough(Skeleton skeleton, int at, int found, int wanted) {
        if (found == wanted) {
            return true;
        }
        char letter = skeleton.letter(at);
        boolean digit = letter >= '0' && letter <= '9'; // 1000 is not 10
        return !digit && found > wanted && found >= (spaced ? OBVIOUS_REPEATS : OBVIOUS_REPEATS_CHINESE);
    }

    private boolean belongsTogether(Skeleton skeleton, String text, int at, int begin, int end) {
        var gaps = Gaps.of(text, skeleton, parted, at, begin, end);
        if (!gaps.isAny()) {
            return true;
        }
        boolean together = spaced
                ? gaps.isOneSpacedWord()
                : gaps.isOneWordAmongOthers()
                        || isPartedFromBefore(text, skeleton.from(begin))
                                && isPartedFromBehind(text, skeleton.to(end - 1));
        return together || word.action() == Word.Action.ALLOW;
    }

    private boolean isThere(String text, int from) {
        return text.regionMatches(true, from - lead, word.text(), 0, word.text().length());
    }

    private static boolean isAloneBefore(String text, int from) {
        int before = before(text, from);
        return before < 0 || !Script.isSpaced(before);
    }

    private static boolean isAloneBehind(String text, int to) {
        int behind = behind(text, to);
        return behind < 0 || !Script.isSpaced(behind);
    }

    private static boolean isPartedFromBefore(String text, int from) {
        int before = before(text, from);
        return before < 0 || Alike.of(before).isEmpty();
    }

    private static boolean isPartedFromBehind(String text, int to) {
        int behind = behind(text, to);
        return behind < 0 || Alike.of(behind).isEmpty();
    }

    /// The nearest character before a place that is seen; negative when there is none.
    private static int before(String text, int from) {
        for (int at = from; at > 0; ) {
            int codePoint = text.codePointBefore(at);
            if (!isUnseen(codePoint)) {
                return codePoint;
            }
            at -= Character.charCount(codePoint);
        }
        return -1;
    }

    private static int behind(String text, int to) {
        for (int at = to; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (!isUnseen(codePoint)) {
                return codePoint;
            }
            at += Character.charCount(codePoint);
        }
        return -1;
    }

    private static boolean isUnseen(int codePoint) {
        return Alike.of(codePoint).isEmpty() && Gap.of(codePoint) == Gap.NONE;
    }
}
