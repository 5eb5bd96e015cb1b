package dev.vitrine.chat.filter.entity;

import java.util.Arrays;

/// What is left of a text for a comparison: letters and digits, made alike, with repeats folded; and where
/// each came from. A folded letter is its repeats; those of all letters stand one behind another.
final class Skeleton {
    /// Behind the letters of Latin, and digits.
    private static final char LATIN_END = 0x250;

    private char[] letters;
    /// The first repeat of each letter; behind the last letter, the number of all.
    private int[] first;

    private int[] from;
    private int[] to;
    private int[] gaps;
    /// Of a reading with signs as letters only.
    private Leet.Part[] parts;

    private int length;
    private int count;

    private Skeleton(int capacity, boolean plain) {
        letters = new char[capacity];
        first = new int[capacity + 1];
        from = new int[capacity];
        to = new int[capacity];
        gaps = new int[capacity];
        parts = plain ? null : new Leet.Part[capacity];
    }

    static Skeleton of(String text) {
        return of(text, Leet.NONE);
    }

    static Skeleton of(String text, Leet leet) {
        var skeleton = new Skeleton(text.length() + 8, leet == Leet.NONE);
        int gap = Gap.NONE;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            var alike = Alike.of(codePoint);
            char letter = leet.letter(codePoint, alike);
            if (letter != 0) {
                skeleton.add(letter, at, next, gap, alike.isEmpty() ? Leet.Part.SIGN : Leet.Part.DIGIT);
                gap = Gap.NONE;
            } else if (alike.isEmpty()) {
                gap |= Gap.of(codePoint);
            } else {
                for (int i = 0; i < alike.length(); i++) {
                    skeleton.add(alike.charAt(i), at, next, gap, Leet.Part.LETTER);
                    gap = Gap.NONE;
                }
            }
            at = next;
        }
        skeleton.first[skeleton.length] = skeleton.count;
        return skeleton;
    }

    private void add(char letter, int begin, int end, int gap, Leet.Part part) {
        if (count == from.length) {
            grow();
        }
        from[count] = begin;
        to[count] = end;
        gaps[count] = gap;
        if (parts != null) {
            parts[count] = part;
        }
        if (length == 0 || letters[length - 1] != letter) {
            letters[length] = letter;
            first[length] = count;
            length++;
        }
        count++;
    }

    private void grow() {
        int capacity = 2 * from.length;
        letters = Arrays.copyOf(letters, capacity);
        first = Arrays.copyOf(first, capacity + 1);
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
        gaps = Arrays.copyOf(gaps, capacity);
        parts = parts == null ? null : Arrays.copyOf(parts, capacity);
    }

    int length() {
        return length;
    }

    char letter(int at) {
        return letters[at];
    }

    /// @return the place of the first repeat of a letter
    int first(int at) {
        return first[at];
    }

    /// @return behind the place of its last repeat
    int end(int at) {
        return first[at + 1];
    }

    int repeats(int at) {
        return first[at + 1] - first[at];
    }

    /// Where a repeat begins in the text.
    int from(int repeat) {
        return from[repeat];
    }

    /// Behind its end.
    int to(int repeat) {
        return to[repeat];
    }

    /// Whether something parts a repeat from the one before it.
    boolean isParted(int repeat) {
        return gaps[repeat] != Gap.NONE;
    }

    /// Whether a stretch of letters is touched at an end by another letter of a script with spaces, at a
    /// glance: where it is not, its word says more.
    boolean isInsideWord(int at, int end) {
        return at > 0 && repeats(at) == 1 && areTouching(at - 1, at, first[at] - 1)
                || end < length && repeats(end - 1) == 1 && areTouching(end - 1, end, first[end]);
    }

    private boolean areTouching(int one, int next, int other) {
        return letters[one] < LATIN_END
                && letters[next] < LATIN_END
                && gaps[first[next]] == Gap.NONE
                && part(other) != Leet.Part.SIGN;
    }

    /// What stands between a repeat and the one before it.
    int gap(int repeat) {
        return gaps[repeat];
    }

    Leet.Part part(int repeat) {
        return parts == null ? Leet.Part.LETTER : parts[repeat];
    }

    int[] repeats() {
        var repeats = new int[length];
        for (int at = 0; at < length; at++) {
            repeats[at] = repeats(at);
        }
        return repeats;
    }

    char[] letters() {
        return Arrays.copyOf(letters, length);
    }

    String text() {
        return new String(letters, 0, length);
    }
}
