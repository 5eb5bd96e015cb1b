package dev.vitrine.platform.test;

import java.util.List;

/// What no person may give as a text, wherever they type one: a table to walk over every field.
public final class BadTexts {
    private BadTexts() {}

    /// What is no line.
    public static List<String> lines() {
        return List.of(
                "",
                " ",
                "\u00A0", // NO-BREAK SPACE
                "\u200B", // ZERO WIDTH SPACE
                "\u3164", // HANGUL FILLER
                "\u2800", // BRAILLE PATTERN BLANK
                "\u00A0\u200B\u3164\u2800",
                "a\u202Eb", // RIGHT-TO-LEFT OVERRIDE
                "a\u202Ab", // an embedding
                "a\u2067b", // an isolate
                "a\nb",
                "a\rb",
                "a\tb",
                "a\u2028b", // LINE SEPARATOR
                "a\u0007b",
                "a\u0085b",
                "z\u0300\u0301\u0302\u0303"); // zalgo
    }

    /// What is not even paragraphs that may be empty.
    public static List<String> paragraphs() {
        return List.of("a\u202Eb", "a\u202Ab", "a\u2067b", "a\u2028b", "a\u0007b", "z\u0300\u0301\u0302\u0303");
    }

    /// What looks odd to a rule that was made for one language, and is fine.
    public static List<String> fine() {
        return List.of("ရန်ကုန်သို့", "བསྒྲུབས", "בְּרֵאשִׁ֖ית", "👩🏽‍🍳 1️⃣", "今晚八点！", "a\u00A0b");
    }
}
