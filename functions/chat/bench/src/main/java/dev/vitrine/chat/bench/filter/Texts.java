package dev.vitrine.chat.bench.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Words and messages that are made up, the same for the same seed: syllables and characters that mean nothing.
final class Texts {
    static final long SEED = 20_261_125;
    /// What the figures are per.
    static final int CHARACTERS = 100;

    private static final int MESSAGES = 512;
    private static final String[] SYLLABLES = {
        "ka", "ro", "mi", "ten", "shu", "bel", "dor", "fi", "gan", "lo", "pra", "qui", "sta", "ver", "zo", "nu"
    };
    private static final char FIRST_HAN = 0x4e00;
    private static final int COMMON_HAN = 6_000;

    private final Random random;

    Texts(long seed) {
        random = new Random(seed);
    }

    /// Half of them Chinese, of 2 to 5 characters; half Latin, of 2 to 4 syllables.
    List<String> words(int count) {
        var words = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            words.add(i % 2 == 0 ? han(2 + random.nextInt(4)) : latin(2 + random.nextInt(3)));
        }
        return words;
    }

    List<String> messages(Kind kind, List<String> words) {
        var messages = new ArrayList<String>(MESSAGES);
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(message(kind, words.get(random.nextInt(words.size()))));
        }
        return messages;
    }

    private String message(Kind kind, String word) {
        var text = new StringBuilder();
        while (text.length() < CHARACTERS) {
            switch (kind) {
                case CHINESE -> text.append(han(1 + random.nextInt(12))).append('，');
                case ENGLISH -> text.append(latin(1 + random.nextInt(4))).append(' ');
                case EVASIVE -> text.append(evasive(latin(2))).append(han(2));
            }
        }
        text.setLength(CHARACTERS);
        if (kind == Kind.EVASIVE) {
            var hidden = evasive(word);
            text.replace(10, Math.min(CHARACTERS, 10 + hidden.length()), hidden);
        }
        return text.toString();
    }

    private static String evasive(String word) {
        var text = new StringBuilder();
        for (char letter : word.toCharArray()) {
            boolean latin = letter >= 'a' && letter <= 'z';
            text.append(latin ? (char) (letter - 'a' + 0xff41) : letter).append(' ');
        }
        return text.toString();
    }

    private String han(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (FIRST_HAN + random.nextInt(COMMON_HAN)));
        }
        return text.toString();
    }

    private String latin(int syllables) {
        var text = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return text.append((char) ('a' + random.nextInt(26))).toString();
    }

    enum Kind {
        CHINESE,
        ENGLISH,
        EVASIVE
    }
}
