package dev.vitrine.chat.filter.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyWhatIsMeantIsFoundTest {
    private static final WordFilter RUDE = rejecting("penis", "ass", "hell", "tit", "shit", "fuck");

    private static WordFilter rejecting(String... words) {
        return WordFilter.of(Arrays.stream(words)
                .map(word -> new Word(word, Word.Action.REJECT))
                .toList());
    }

    private static WordFilter allowing(String word, String... allowed) {
        var words = new ArrayList<Word>();
        words.add(new Word(word, Word.Action.REJECT));
        Arrays.stream(allowed).map(each -> new Word(each, Word.Action.ALLOW)).forEach(words::add);
        return WordFilter.of(words);
    }

    private static void assertFound(WordFilter list, String text) {
        assertInstanceOf(Verdict.Rejected.class, WordFilter.judge(text, List.of(list)), text);
    }

    private static void assertLeft(WordFilter list, String text) {
        assertInstanceOf(Verdict.Clean.class, WordFilter.judge(text, List.of(list)), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This pen is great",
                "I wear as S",
                "he'll buy two",
                "he’ll buy two",
                "wash it, push it",
                "a hit, size S hit",
                "pen/is",
                "the pen. Is it new?"
            })
    void wordsAreNotMadeOfTheirNeighbours(String text) {
        assertLeft(RUDE, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sale ends in 45s",
                "size M 455 yuan ok",
                "A55 case",
                "A$55",
                "$5 5s",
                "4SS",
                "TI-7",
                "455",
                "7 it"
            })
    void numbersPricesSizesAndModelsAreNoLetters(String text) {
        assertLeft(RUDE, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh1t", "5hit", "$hit", "sh!t!", "a$$", "@ss", "@$$", "he11", "h3ll", "t1t", "ｓｈ１ｔ"})
    void signsAndDigitsAmongLettersAreLetters(String text) {
        assertFound(RUDE, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this shit", // the letters of neighbours run together
                "pass ass",
                "shit this",
                "s h i t",
                "s.h.i.t",
                "f u ck",
                "fu ck",
                "sh*it",
                "sh\u200Bit",
                "f🙂u🙂c🙂k",
                "ꜰᴜᴄᴋ",
                "🅵🆄🅲🅺",
                "ᖴᑌᑕK",
                "你fuck吗"
            })
    void whatIsTakenApartOrDisguisedIsFound(String text) {
        assertFound(RUDE, text);
    }

    @Test
    void scriptsWithSpacesHaveBoundaries() {
        var list = rejecting("дурак");

        for (var found : List.of("дурак", "ты дурак!", "Д У Р А К", "д.у.р.а.к")) {
            assertFound(list, found);
        }
        for (var left : List.of("дураков", "придурак", "дур ак")) {
            assertLeft(list, left);
        }
    }

    @Test
    void aKoreanWordIsFoundBeforeAnEnding() {
        assertFound(rejecting("바보"), "너 바보야");
    }

    @Test
    void digitsAreRepeatedExactly() {
        var list = rejecting("10元", "88元");

        assertFound(list, "只要10元");
        assertLeft(list, "只要1000元");
        assertLeft(list, "188元");
        assertLeft(list, "888元");
    }

    @Test
    void theSignsOfAWordHaveToBeThere() {
        var list = rejecting("18+", "c++", "a$$");

        assertFound(list, "only 18+");
        assertFound(list, "A$$");
        assertLeft(list, "18 yuan");
        assertLeft(list, "vitamin c");
        assertLeft(list, "a pen");
    }

    @Test
    void aWordWithASpaceIsFoundWithIt() {
        var list = rejecting("fast cash");

        assertFound(list, "get FAST CASH");
        assertFound(list, "f@$t c@$h");
        assertFound(list, "fastcash");
        assertLeft(list, "so fast, cashier");
    }

    @Test
    void whatIsAllowedIsNotFoundInside() {
        assertFound(allowing("口交"), "路口交通很堵");
        assertLeft(allowing("口交", "路口交通"), "路口交通很堵");
        assertLeft(allowing("口交", "路口交通"), "路口-交通");
        assertFound(allowing("口交", "路口交通"), "路口交通，口交");
        assertLeft(allowing("黄片", "三黄片"), "三黄片有货吗");
        assertFound(allowing("黄片", "三黄片"), "黄片有货吗");
        assertLeft(allowing("他妈", "他妈妈"), "他妈妈也买了");
        assertFound(allowing("他妈", "他妈妈"), "他妈也买了");
        assertLeft(allowing("hell", "hell's kitchen"), "Hell's Kitchen knives");
    }

    @Test
    void aLongerWordIsFoundAroundWhatIsAllowed() {
        var list = WordFilter.of(List.of(
                new Word("黄片", Word.Action.REJECT),
                new Word("三黄片", Word.Action.ALLOW),
                new Word("三黄片网站", Word.Action.REJECT)));

        assertLeft(list, "三黄片");
        assertFound(list, "三黄片网站");
    }

    @Test
    void whatThePlatformAllowsIsAllowedInRoomsAndNotTheOtherWay() {
        var refusing = rejecting("黄片");
        var allowing = WordFilter.of(List.of(new Word("三黄片", Word.Action.ALLOW)));

        assertInstanceOf(Verdict.Clean.class, WordFilter.judge("三黄片", List.of(allowing, refusing)));
        assertInstanceOf(Verdict.Rejected.class, WordFilter.judge("三黄片", List.of(refusing, allowing)));
    }

    @Test
    void aHitTellsTheStretchThatWasTakenForTheWord() {
        var found = assertInstanceOf(Verdict.Rejected.class, WordFilter.judge("😀 so s.h.1.t, ok", List.of(RUDE)));

        var hit = found.hits().getFirst();
        assertEquals("s.h.1.t", "😀 so s.h.1.t, ok".substring(hit.from(), hit.to()));
        assertEquals(new Review.Place(5, 12), Review.Place.of("😀 so s.h.1.t, ok", hit));
    }
}
