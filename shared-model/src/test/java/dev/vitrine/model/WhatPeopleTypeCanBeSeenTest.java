package dev.vitrine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatPeopleTypeCanBeSeenTest {
    private static final int LONGEST = 100;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ရန်ကုန်သို့", // Burmese: three marks on one letter
                "བསྒྲུབས", // Tibetan
                "བྷྲཱུྃ", // Tibetan, five
                "בְּרֵאשִׁ֖ית", // Hebrew with points and accents
                "ٱللَّٰه", // Arabic with three marks
                "สวัสดีที่นี่", // Thai
                "Vie\u0302\u0323t Nam", // decomposed Vietnamese
                "\u03C9\u0314\u0342\u0345", // decomposed Greek
                "नमस्ते दुनिया",
                "한국어 텍스트",
                "👩🏽‍🍳 🇩🇪 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿", // joined, flags, key caps, tags
                "שלום\u200F!", // a mark that Hebrew keyboards type
                "今晚八点，不见不散！",
                "a\u00A0b",
                "₿",
                "½",
                "_",
                "."
            })
    void everyLivingScriptPasses(String text) {
        assertEquals(text, VisibleText.line(1, LONGEST, "text", text));
        assertEquals(text, VisibleText.cleared(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3000",
                "\u00A0",
                "\u2003",
                "\u200B",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0",
                "\u2800",
                "\uFEFF",
                "\u00AD",
                "\u2060",
                "\u034F",
                "\u200E",
                "\u180E",
                "\u0301",
                "\u20DD",
                "\uE000",
                "\uDB40\uDC41",
                "\uD834\uDD59",
                "\uFE0F",
                "\u00A0\u200B\u3164\u2800"
            })
    void whatNobodySeesIsNoText(String text) {
        assertThrows(InvalidValue.class, () -> VisibleText.line(1, LONGEST, "text", text));
        assertThrows(InvalidValue.class, () -> VisibleText.paragraphs(1, LONGEST, "text", text));
        assertEquals("", VisibleText.name(LONGEST, text));
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069', '\u0000',
                '\u0007', '\u007F', '\u0085', '\u009F', '\u2028', '\u2029', '\n', '\r', '\t', '\uD800', '\uDC00'
            })
    void aLineTurnsNoDirectionAndHoldsNoControl(char bad) {
        var text = "a" + bad + "b";

        assertThrows(InvalidValue.class, () -> VisibleText.line(1, LONGEST, "text", text));
        assertEquals("ab", VisibleText.cleared(text));
        assertEquals("ab", VisibleText.name(LONGEST, text));
    }

    @Test
    void paragraphsMayHaveLinesAndNothingElse() {
        assertEquals("a\r\n\tb", VisibleText.paragraphs(0, LONGEST, "text", "a\r\n\tb"));
        assertEquals("", VisibleText.paragraphs(0, LONGEST, "text", ""));
        assertThrows(InvalidValue.class, () -> VisibleText.paragraphs(0, LONGEST, "text", "a\u202Eb"));
        assertThrows(InvalidValue.class, () -> VisibleText.paragraphs(0, LONGEST, "text", "a\u2028b"));
    }

    @ParameterizedTest
    @CsvSource({
        "z\u0300\u0301\u0302\u0303a,z\u0300\u0301\u0302a", // of no script
        "e\u0301\u0301,e\u0301", // twice the same
        "e\u0301\u200D\u0301,e\u0301\u200D", // with something unseen between
        "ก็็็็,ก็",
        "\u05D0\u05B0\u05B1\u05B2\u05B3\u05B4\u05B5\u05B6,\u05D0\u05B0\u05B1\u05B2\u05B3\u05B4\u05B5" // seven
    })
    void marksAreNotHeaped(String heaped, String cleared) {
        assertThrows(InvalidValue.class, () -> VisibleText.line(1, LONGEST, "text", heaped));
        assertEquals(cleared, VisibleText.cleared(heaped));
    }

    @Test
    void aNameIsCutBetweenCharacters() {
        assertEquals("😀😀", VisibleText.name(2, " \u200F😀😀😀 "));
        assertEquals("a", VisibleText.name(2, "a b"));
    }

    @Test
    void whatIsIgnoredIsWhatUnicodeSays() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            assertEquals(
                    UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT),
                    DefaultIgnorable.is(codePoint),
                    Integer.toHexString(codePoint));
        }
    }

    @Test
    void whatTurnsDirectionIsWhatUnicodeSays() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (UCharacter.hasBinaryProperty(codePoint, UProperty.BIDI_CONTROL)) {
                assertEquals("ab", VisibleText.name(LONGEST, "a" + Character.toString(codePoint) + "b"));
            }
        }
    }
}
