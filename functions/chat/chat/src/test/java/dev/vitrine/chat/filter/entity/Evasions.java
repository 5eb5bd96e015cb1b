package dev.vitrine.chat.filter.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Listed words as people write them to get past a list, in a sentence; the same for the same seed. Each way
/// is one that readers still read; misspellings and words of the same sound are words of their own, for the
/// list to hold.
final class Evasions {
    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ";
    private static final String SYLLABICS = "ᗩᗷᑕᗪᗴᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇᔕTᑌᐯᗯXYᘔ";
    private static final String CYRILLIC = "аbсԁеfgһіјklmnорqгѕtuvwхуz";
    private static final String GREEK = "αbcdεfghιjκlmηορqrstυνwχγz";
    private static final String LEET = "4bcd3fgh1jklmn0pqr57uvwxyz";
    private static final String SIGNS = "@bcdefgh!jklmnopqr$tuvwxyz";
    private static final List<String> FILLERS = List.of("*", "-", "_", ".", "~", "🙂", "=", "^");
    private static final List<String> UNSEEN = List.of("\u200B", "\u200D", "\u2060", "\u00AD", "\uFE0F");
    private static final List<String> MARKS = List.of("\u0301", "\u0336", "\u0308", "\u20DD");
    /// Traditional characters and lookalikes of other blocks.
    private static final String HAN = "妈媽单單贷貸网網滚滾废廢枪槍钱錢张張发發号號门門赌賭场場庄莊币幣赢贏图圖见見约約级級口ロ力カ" + "工エ二ニ八ハ卜ト一⼀人⼈大⼤子⼦色⾊黄黃";

    private final Random random;

    Evasions(long seed) {
        random = new Random(seed);
    }

    /// @return so many, none twice
    List<String> english(int count) {
        var ways = List.<UnaryOperator<String>>of(
                this::oddCase,
                word -> moved(word, 'a', 0xff41),
                word -> moved(word, 'a', 0x24d0),
                word -> moved(word, 'a', 0x1d4ea),
                word -> moved(word, 'a', 0x1f170),
                word -> moved(word, 'a', 0x1f150),
                word -> moved(word, 'a', 0x1f130),
                word -> spelt(word, SMALL_CAPITALS),
                word -> spelt(word, SYLLABICS),
                word -> spelt(word, CYRILLIC),
                word -> spelt(word, GREEK),
                word -> spelt(word, LEET),
                word -> spelt(word, SIGNS),
                word -> joined(word, " "),
                word -> joined(word, one(FILLERS)),
                word -> joined(word, one(UNSEEN)),
                word -> joined(word, one(MARKS)),
                word -> inside(word, one(FILLERS)),
                word -> inside(word, one(UNSEEN)),
                word -> inside(word, " "),
                this::drawnOut,
                word -> joined(spelt(word, CYRILLIC), one(FILLERS)));
        var contexts = List.of(
                "%s", "you %s", "%s!!", "what a %s seller", "so %s, really", "这个%s吧", "(%s)", "😂%s😂", "%s this shop");
        return made(ShopLists.ENGLISH, ways, contexts, count);
    }

    List<String> chinese(int count) {
        var ways = List.<UnaryOperator<String>>of(
                word -> joined(word, " "),
                word -> joined(word, one(FILLERS)),
                word -> joined(word, one(UNSEEN)),
                word -> joined(word, one(MARKS)),
                word -> inside(word, one(FILLERS)),
                word -> inside(word, one(UNSEEN)),
                word -> inside(word, " "),
                this::doubled,
                word -> spelt(word),
                word -> joined(spelt(word), one(FILLERS)),
                word -> moved(word, 'a', 0xff41) + " ",
                word -> "㊙" + word + "㊙");
        var contexts = List.of("%s", "你%s吧", "主播%s", "%s！！", "快来 %s 啊", "【%s】", "真是%s，退货", "😂%s😂", "看这里：%s。");
        return made(ShopLists.CHINESE, ways, contexts, count);
    }

    private List<String> made(List<String> list, List<UnaryOperator<String>> ways, List<String> contexts, int count) {
        var evasions = new LinkedHashSet<String>();
        for (int at = 0; evasions.size() < count; at++) {
            var word = one(list);
            var evasion = ways.get(at % ways.size()).apply(word);
            if (!evasion.strip().equals(word)) {
                evasions.add(one(contexts).formatted(evasion));
            }
        }
        return new ArrayList<>(evasions);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String oddCase(String word) {
        return each(word, letter -> random.nextBoolean() ? letter.toUpperCase(Locale.ROOT) : letter);
    }

    private static String moved(String word, char first, int to) {
        return each(word, letter -> {
            char one = letter.charAt(0);
            return one >= 'a' && one <= 'z' ? Character.toString(to + one - first) : letter;
        });
    }

    private static String spelt(String word, String alphabet) {
        var letters = alphabet.codePoints().mapToObj(Character::toString).toArray(String[]::new);
        return each(word, letter -> {
            char one = letter.charAt(0);
            return one >= 'a' && one <= 'z' ? letters[one - 'a'] : letter;
        });
    }

    private static String spelt(String word) {
        return each(word, letter -> {
            int at = HAN.indexOf(letter);
            return at >= 0 && at % 2 == 0 ? HAN.substring(at + 1, at + 2) : letter;
        });
    }

    private static String joined(String word, String by) {
        return letters(word).stream().collect(Collectors.joining(by));
    }

    private String inside(String word, String by) {
        int at = 1 + random.nextInt(word.length() - 1);
        return word.substring(0, at) + by + word.substring(at);
    }

    private String drawnOut(String word) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + word.substring(at, at + 1).repeat(3 + random.nextInt(3)) + word.substring(at);
    }

    private String doubled(String word) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + word.substring(at, at + 1) + word.substring(at);
    }

    private static String each(String word, UnaryOperator<String> change) {
        return letters(word).stream().map(change).collect(Collectors.joining());
    }

    private static List<String> letters(String word) {
        return Arrays.asList(word.split(""));
    }
}
