package dev.vitrine.chat.run.entity;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Numbered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How many danmaku, and items that are no more than they, readers are shown at once. Everything else is always shown.
public record DanmakuBudget(int most) {
    /// A slot of lane B: a 1280x720 picture at the default speed and size has 12 rows, and 5 danmaku enter
    /// a row in 2 s without overlap.
    public static final DanmakuBudget SLOT = new DanmakuBudget(60);

    /// What a socket of lane A may lag behind: some seconds of the densest talk. Up to there it gets
    /// everything.
    public static final DanmakuBudget BACKLOG = new DanmakuBudget(1000);

    /// Who comes back to more than a message of the gateway holds: so many fit, whatever the texts.
    public static final DanmakuBudget RESUMED = new DanmakuBudget(100);

    /// Who keeps order comes first, then the rest evenly over the time. The same items always give the same
    /// answer.
    ///
    /// @return the numbers of the danmaku that are sampled away
    public Set<Long> hidden(List<Numbered> items) {
        var first = new ArrayList<Long>();
        var rest = new ArrayList<Long>();
        for (var numbered : items) {
            switch (numbered.item()) {
                case Item.Danmaku danmaku -> (danmaku.by().role().moderates() ? first : rest).add(numbered.seq());
                case Item.Shown shown when shown.sampled() -> rest.add(numbered.seq());
                default -> {
                    // everything else is always shown
                }
            }
        }
        if (first.size() + rest.size() <= most) {
            return Set.of();
        }
        var hidden = new HashSet<Long>(first);
        hidden.addAll(rest);
        hidden.removeAll(spread(first, most));
        hidden.removeAll(spread(rest, most - Math.min(most, first.size())));
        return Set.copyOf(hidden);
    }

    private static Set<Long> spread(List<Long> numbers, int places) {
        var chosen = new HashSet<Long>();
        int taken = Math.min(places, numbers.size());
        for (int place = 0; place < taken; place++) {
            chosen.add(numbers.get((int) ((long) place * numbers.size() / taken)));
        }
        return chosen;
    }
}
