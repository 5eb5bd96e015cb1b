package dev.vitrine.chat.filter.entity;

import java.util.Arrays;

/// What is left of a text for a comparison: letters and digits, made alike, with repeats folded; and where
/// each came from.
final class Skeleton {
    private char[] letters;
    private int[] from;
    private int[] to;
    private int[] repeats;
    private int length;

    private Skeleton(int capacity) {
        letters = new char[capacity];
        from = new int[capacity];
        to = new int[capacity];
        repeats = new int[capacity];
    }

    static Skeleton of(String text) {
        return of(text, Leet.NONE);
    }

    static Skeleton of(String text, Leet leet) {
        var skeleton = new Skeleton(text.length() + 8);
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            char letter = leet.letter(codePoint);
            if (letter != 0) {
                skeleton.add(letter, at, next);
            } else {
                var alike = Alike.of(codePoint);
                for (int i = 0; i < alike.length(); i++) {
                    skeleton.add(alike.charAt(i), at, next);
                }
            }
            at = next;
        }
        return skeleton;
    }

    private void add(char letter, int begin, int end) {
        if (length > 0 && letters[length - 1] == letter) {
            repeats[length - 1]++;
            to[length - 1] = end;
            return;
        }
        if (length == letters.length) {
            grow();
        }
        letters[length] = letter;
        from[length] = begin;
        to[length] = end;
        repeats[length] = 1;
        length++;
    }

    private void grow() {
        int capacity = 2 * letters.length;
        letters = Arrays.copyOf(letters, capacity);
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
        repeats = Arrays.copyOf(repeats, capacity);
    }

    int length() {
        return length;
    }

    char letter(int at) {
        return letters[at];
    }

    int from(int at) {
        return from[at];
    }

    int to(int at) {
        return to[at];
    }

    int repeats(int at) {
        return repeats[at];
    }

    int[] repeats() {
        return Arrays.copyOf(repeats, length);
    }

    char[] letters() {
        return letters.length == length ? letters : Arrays.copyOf(letters, length);
    }

    String text() {
        return new String(letters, 0, length);
    }

    /// Latin letters and digits alone.
    boolean latin() {
        for (int at = 0; at < length; at++) {
            if (!latin(letters[at])) {
                return false;
            }
        }
        return length > 0;
    }

    static boolean latin(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
    }
}
