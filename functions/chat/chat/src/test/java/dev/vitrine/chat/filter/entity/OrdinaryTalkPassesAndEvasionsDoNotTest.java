package dev.vitrine.chat.filter.entity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrdinaryTalkPassesAndEvasionsDoNotTest {
    private static final long SEED = 20_261_130;
    private static final int HARMLESS = 5_000;
    private static final int EVASIONS = 600;
    private static final double MOST_REFUSED = 0.001;
    private static final double LEAST_CAUGHT = 0.95;
    private static final WordFilter LIST = ShopLists.all();

    @Test
    void atMostOneOfAThousandHarmlessLinesIsRefused() {
        told("English", ShopTalk.english(SEED).lines(HARMLESS));
        told("Chinese", ShopTalk.chinese(SEED).lines(HARMLESS));
    }

    private static void told(String language, List<String> lines) {
        var refused = lines.stream()
                .filter(OrdinaryTalkPassesAndEvasionsDoNotTest::isFound)
                .toList();
        double rate = (double) refused.size() / lines.size();
        System.out.printf(
                Locale.ROOT,
                "%s: %d harmless lines, %d refused (%.2f %%)%n",
                language,
                lines.size(),
                refused.size(),
                100 * rate);
        assertTrue(rate <= MOST_REFUSED, () -> "seed " + SEED + ": " + refused);
    }

    @Test
    void nineteenOfTwentyEvasionsAreCaught() {
        caught("English", new Evasions(SEED).english(EVASIONS));
        caught("Chinese", new Evasions(SEED).chinese(EVASIONS));
    }

    private static void caught(String language, List<String> evasions) {
        var missed = evasions.stream().filter(each -> !isFound(each)).toList();
        double rate = 1 - (double) missed.size() / evasions.size();
        System.out.printf(
                Locale.ROOT,
                "%s: %d evasions, %d caught (%.2f %%)%n",
                language,
                evasions.size(),
                evasions.size() - missed.size(),
                100 * rate);
        assertTrue(rate >= LEAST_CAUGHT, () -> "seed " + SEED + ": " + missed);
    }

    @Test
    void everyWordOfTheListIsCaughtAsItIs() {
        var missed = Stream.concat(ShopLists.ENGLISH.stream(), ShopLists.CHINESE.stream())
                .filter(each -> !isFound(each))
                .toList();

        assertTrue(missed.isEmpty(), missed::toString);
    }

    private static boolean isFound(String text) {
        return !(WordFilter.judge(text, List.of(LIST)) instanceof Verdict.Clean);
    }
}
