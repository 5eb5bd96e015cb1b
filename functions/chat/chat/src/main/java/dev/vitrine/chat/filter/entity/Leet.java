package dev.vitrine.chat.filter.entity;

/// Digits and signs that stand for letters. 1 stands for two, so there are two ways to read a text.
enum Leet {
    NONE('\0'),
    ONE_IS_L('l'),
    ONE_IS_I('i');

    private final char one;

    Leet(char one) {
        this.one = one;
    }

    /// 0 when the character stands for itself.
    char letter(int codePoint) {
        if (this == NONE) {
            return 0;
        }
        return switch (codePoint) {
            case '0' -> 'o';
            case '1', '!', '|' -> one;
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7', '+' -> 't';
            default -> 0;
        };
    }

    /// Whether a text has letters, and signs that may stand for more of them: a number alone is a number.
    static boolean likely(String text) {
        boolean letters = false;
        boolean signs = false;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            letters |= character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
            signs |= ONE_IS_L.letter(character) != 0;
        }
        return letters && signs;
    }
}
