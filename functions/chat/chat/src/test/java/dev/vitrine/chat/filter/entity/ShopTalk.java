package dev.vitrine.chat.filter.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// What viewers of a shop write, harmless all of it: lines written by hand, of what a list stumbles over, and
/// lines of a grammar, the same for the same seed.
final class ShopTalk {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<String>> grammar;
    private final List<String> byHand;
    private final Random random;

    private ShopTalk(Map<String, List<String>> grammar, List<String> byHand, long seed) {
        this.grammar = grammar;
        this.byHand = byHand;
        this.random = new Random(seed);
    }

    static ShopTalk english(long seed) {
        return new ShopTalk(EnglishShopTalk.GRAMMAR, EnglishShopTalk.BY_HAND, seed);
    }

    static ShopTalk chinese(long seed) {
        return new ShopTalk(ChineseShopTalk.GRAMMAR, ChineseShopTalk.BY_HAND, seed);
    }

    /// So many lines, none twice.
    List<String> lines(int count) {
        var lines = new LinkedHashSet<>(byHand);
        while (lines.size() < count) {
            lines.add(filled("{line}"));
        }
        return new ArrayList<>(lines);
    }

    private String filled(String form) {
        return SLOT.matcher(form).replaceAll(slot -> filled(one(slot.group(1))).replace("$", "\\$"));
    }

    private String one(String slot) {
        if (slot.equals("n")) {
            return Integer.toString(1 + random.nextInt(9));
        }
        if (slot.equals("price")) {
            return Integer.toString(random.nextBoolean() ? 1 + random.nextInt(99) : 100 + random.nextInt(900));
        }
        var choices = grammar.get(slot);
        return choices.get(random.nextInt(choices.size()));
    }
}
