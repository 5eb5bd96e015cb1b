package dev.vitrine.chat.filter.entity;

/// Digits and signs that stand for letters. 1 stands for two, so there are two ways to read a text.
enum Leet {
    NONE('\0'),
    ONE_IS_L('l'),
    ONE_IS_I('i');

    /// What a letter of a skeleton was in the text.
    enum Part {
        LETTER,
        DIGIT,
        SIGN
    }

    private static final int SHORT = 3;

    private final char one;

    Leet(char one) {
        this.one = one;
    }

    /// 0 when the character stands for itself.
    ///
    /// @param alike of the character: a full-width digit is one, too
    char letter(int codePoint, String alike) {
        if (this == NONE) {
            return 0;
        }
        int sign = alike.length() == 1 ? alike.charAt(0) : codePoint;
        return switch (sign) {
            case '0' -> 'o';
            case '1', '!', '|' -> one;
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7', '+' -> 't';
            default -> 0;
        };
    }

    /// Whether a text has a letter beside a sign that may stand for one, or with one separator between; or
    /// signs that may be a word by themselves.
    static boolean likely(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isSign(text.charAt(at)) && isNearLetter(text, at)) {
                return true;
            }
        }
        return text.contains("@$");
    }

    private static boolean isNearLetter(String text, int sign) {
        for (int at = Math.max(0, sign - 2); at < Math.min(text.length(), sign + 3); at++) {
            if (isLetter(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the two ways to read it differ.
    static boolean isAmbiguous(String text) {
        return text.indexOf('1') >= 0 || text.indexOf('!') >= 0 || text.indexOf('|') >= 0 || text.indexOf('１') >= 0;
    }

    private static boolean isLetter(char character) {
        return character < 0x80
                ? character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
                : Character.isLetter(character);
    }

    private static boolean isSign(char character) {
        return character >= '0' && character <= '9'
                || character >= '０' && character <= '９'
                || character == '$'
                || character == '@'
                || character == '!'
                || character == '|'
                || character == '+';
    }

    /// Whether a stretch of a text is a word with signs for letters, and not a number, a size, a price or the
    /// like: "sh1t", "he11" and "4nal", and not "45s", "A55", "455" or "$5".
    ///
    /// @param begin the first repeat
    /// @param end behind the last one
    static boolean isWord(Skeleton skeleton, String text, int begin, int end) {
        int letters = 0;
        int digits = 0;
        int changes = 0;
        for (int at = begin; at < end; at++) {
            boolean digit = skeleton.part(at) == Part.DIGIT;
            digits += digit ? 1 : 0;
            letters += skeleton.part(at) == Part.LETTER ? 1 : 0;
            changes += at > begin && digit != (skeleton.part(at - 1) == Part.DIGIT) ? 1 : 0;
            if (skeleton.part(at) == Part.SIGN && !standsForALetter(skeleton, text, at, begin, end)
                    || digit && isOfNumber(skeleton, at, begin, end)) {
                return false;
            }
        }
        int all = end - begin;
        if (letters == all || letters == 0 && (digits > 0 || all < SHORT)) {
            return false;
        }
        return switch (changes) {
            case 0 -> true; // signs and letters
            case 1 -> isMoreThanQuantity(all, digits, skeleton.part(begin) == Part.DIGIT);
            default -> all > SHORT || digits == 1;
        };
    }

    /// Whether a digit begins a part of the stretch that is a number, as in "TI-75".
    private static boolean isOfNumber(Skeleton skeleton, int at, int begin, int end) {
        if (at > begin && !skeleton.isParted(at) || at + 1 == end || skeleton.isParted(at + 1)) {
            return false;
        }
        int next = at + 1;
        while (next < end && !skeleton.isParted(next) && skeleton.part(next) == Part.DIGIT) {
            next++;
        }
        return at > begin && (next == end || skeleton.isParted(next))
                || at == begin && next < end && skeleton.isParted(next);
    }

    /// Of digits beside letters: a number with its unit has few letters, the name of a model few at its
    /// beginning.
    private static boolean isMoreThanQuantity(int all, int digits, boolean digitsFirst) {
        return all > SHORT && (digitsFirst ? digits == 1 : digits * 2 <= all);
    }

    private static boolean standsForALetter(Skeleton skeleton, String text, int at, int begin, int end) {
        return switch (text.charAt(skeleton.from(at))) {
            case '$' -> !isDigit(text, skeleton.from(at) - 1) && !isDigit(text, skeleton.to(at)); // a price otherwise
            case '!', '|', '+' -> at > begin && at < end - 1;
            default -> true;
        };
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }
}
