package dev.vitrine.chat.bench.fanout;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What speakers say carries when it was sent, and in which run, in its own text: whoever shows the message
/// carries it along.
///
/// @param run counts the measurements of this process
/// @param sentNanos `System.nanoTime` of this process
record Mark(int run, long sentNanos) {
    private static final char BEGIN = '#';
    private static final List<String> PHRASES = List.of(
            "这件真好看", "how long is the red one", "上链接", "just ordered two", "主播好", "does it come in blue", "666", "冲");
    private static final long BASE = System.nanoTime();

    /// A danmaku of usual length. No two are alike, so that the rule on repeats does not meet them.
    String text(RandomGenerator random) {
        return PHRASES.get(random.nextInt(PHRASES.size())) + " " + BEGIN + Integer.toString(run, Character.MAX_RADIX)
                + "." + Long.toString(sentNanos - BASE, Character.MAX_RADIX);
    }

    /// Empty for what no speaker of ours said.
    static Optional<Mark> of(String text) {
        var begin = text.lastIndexOf(BEGIN);
        var dot = text.indexOf('.', begin + 1);
        if (begin < 0 || dot < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mark(
                    Integer.parseInt(text, begin + 1, dot, Character.MAX_RADIX),
                    Long.parseLong(text, dot + 1, text.length(), Character.MAX_RADIX) + BASE));
        } catch (NumberFormatException another) {
            return Optional.empty();
        }
    }
}
