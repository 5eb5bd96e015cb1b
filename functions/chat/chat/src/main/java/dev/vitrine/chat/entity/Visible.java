package dev.vitrine.chat.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What of a stretch of the sequence a reader is shown: not what a later item of the same stretch takes back.
public final class Visible {
    private Visible() {}

    public static List<Numbered> of(List<Numbered> stretch) {
        return of(stretch, Set.of());
    }

    /// What everybody is shown.
    ///
    /// @param hidden numbers that were sampled away
    public static List<Numbered> of(List<Numbered> stretch, Set<Long> hidden) {
        return of(stretch, hidden, Hearers::everybody);
    }

    /// @param heard whether the reader is among those whom an item is for
    public static List<Numbered> of(List<Numbered> stretch, Set<Long> hidden, Predicate<Hearers> heard) {
        var deleted = new HashSet<Long>();
        var goneUntil = new HashMap<Viewer, Long>();
        for (var numbered : stretch) {
            switch (numbered.item()) {
                case Item.MessageDeleted(var _, var message) -> deleted.add(message);
                case Item.MessagesErased(var _, var viewer) -> goneUntil.put(viewer, numbered.seq());
                case Item.ViewerBanned(var _, var viewer) -> goneUntil.put(viewer, numbered.seq());
                default -> {
                    // every other item takes nothing back
                }
            }
        }
        return stretch.stream()
                .filter(numbered -> !hidden.contains(numbered.seq()))
                .filter(numbered -> heard.test(numbered.item().to()))
                .filter(numbered -> !(numbered.item() instanceof Item.Danmaku danmaku)
                        || !deleted.contains(numbered.seq())
                                && numbered.seq()
                                        > goneUntil.getOrDefault(danmaku.by().viewer(), 0L))
                .toList();
    }
}
