package dev.vitrine.chat.filter.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsAreFoundHoweverTheyAreWrittenTest {
    private static final WordFilter LIST = WordFilter.of(List.of(
            new Word("snakeoil", Word.Action.REJECT),
            new Word("good", Word.Action.REJECT),
            new Word("ass", Word.Action.REJECT),
            new Word("加微信", Word.Action.REJECT),
            new Word("刷单返利", Word.Action.REJECT),
            new Word("微信abc", Word.Action.REJECT),
            new Word("88元", Word.Action.REJECT)));

    private static Verdict judge(String text) {
        return WordFilter.judge(text, List.of(LIST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snakeoil", // as it is
                "buy SnakeOil now", // case
                "ｓｎａｋｅｏｉｌ", // full width
                "ⓢⓝⓐⓚⓔⓞⓘⓛ", // circled
                "𝓼𝓷𝓪𝓴𝓮𝓸𝓲𝓵", // mathematical
                "s n a k e o i l", // separators
                "s.n-a_k*e o/i|l",
                "s\u200Bn\u200Da\u2060keoil", // invisible
                "sna\u0301ke\u0308oil", // marks
                "ѕnаkеоil", // Cyrillic
                "sna🙂ke🙂oil", // emoji between
                "snaaaakeoooil", // repeats
                "$nake0il", // signs for letters
                "5n4k3oi1",
                "加微信",
                "加 微 信",
                "加-微-信",
                "加微微信", // repeated
                "加薇信我 加微信",
                "刷單返利", // traditional
                "刷．單．返．利",
                "㊙刷單🙂返利",
                "８８元", // full-width digits
                "⑧⑧元", // circled digits
                "٨٨元", // digits of another script
                "微信ＡＢＣ",
                "微 信 a.b.c",
                "goooood",
                "g o o d"
            })
    void everyEvasionIsFound(String text) {
        assertInstanceOf(Verdict.Rejected.class, judge(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a god among snakes", // not doubled
                "class of brass glasses", // inside other words
                "an assassin passes",
                "oil for the snake plant?", // other order
                "微信支付更方便", // only a part
                "返利", // only a part
                "880元", // another number
                "今天的直播真好看，主播辛苦了！",
                "12345 67890",
                "😀😃😄",
                ""
            })
    void whatOnlyLooksLikeItIsLeftAlone(String text) {
        assertInstanceOf(Verdict.Clean.class, judge(text), text);
    }

    @Test
    void aHyphenEndsAWord() {
        assertInstanceOf(Verdict.Rejected.class, judge("good-bye"));
        assertInstanceOf(Verdict.Clean.class, judge("goodbye"));
    }

    @Test
    void theMostSevereWordDecidesAndEveryWordIsNamed() {
        var filter = WordFilter.of(List.of(new Word("mask", Word.Action.MASK), new Word("hold", Word.Action.HOLD)));

        var verdict = WordFilter.judge("mask and hold", List.of(filter));

        var held = assertInstanceOf(Verdict.Held.class, verdict);
        assertEquals(
                List.of("hold", "mask"),
                held.hits().stream().map(hit -> hit.word().text()).toList());
    }

    @Test
    void aMaskCoversTheWordAsItWasWritten() {
        var filter = WordFilter.of(List.of(new Word("糟糕", Word.Action.MASK)));

        var masked = assertInstanceOf(Verdict.Masked.class, WordFilter.judge("真😀糟.糕😀呀", List.of(filter)));

        assertEquals("真😀***😀呀", masked.text());
    }

    @Test
    void twoListsAreAskedTogether() {
        var platform = WordFilter.of(List.of(new Word("one", Word.Action.MASK)));
        var room = WordFilter.of(List.of(new Word("two", Word.Action.REJECT)));

        assertInstanceOf(Verdict.Rejected.class, WordFilter.judge("one two", List.of(platform, room)));
    }

    @Test
    void anEmptyListFindsNothing() {
        assertInstanceOf(Verdict.Clean.class, WordFilter.judge("anything", List.of(WordFilter.EMPTY)));
        assertEquals(
                0, WordFilter.of(List.of(new Word("!?", Word.Action.REJECT))).size());
    }
}
