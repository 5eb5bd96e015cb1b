package dev.vitrine.chat.socket.control;

import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.entity.Visible;
import dev.vitrine.chat.run.control.Tail;
import dev.vitrine.chat.run.entity.DanmakuBudget;
import dev.vitrine.chat.store.ItemJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What somebody who joins missed, as much of it as a message holds: danmaku are sampled first; what has no
/// room then has to be asked for.
///
/// @param cursor up to where `items` go
/// @param more whether something is behind it
record Missed(List<Numbered> items, long cursor, boolean more) {

    /// @param last the number at which the entries end
    /// @param heard whether who joins is among those whom an item is for
    static Missed of(List<Logged> entries, long last, Predicate<Hearers> heard) {
        var missed = entries.stream().map(Logged::numbered).toList();
        var all = Visible.of(missed, Set.of(), heard);
        int fitting = fitting(all);
        if (fitting == all.size()) {
            return new Missed(all, last, false);
        }
        var sampled = Visible.of(missed, DanmakuBudget.RESUMED.hidden(missed), heard);
        fitting = fitting(sampled);
        return fitting == sampled.size()
                ? new Missed(sampled, last, false)
                : new Missed(sampled.subList(0, fitting), sampled.get(fitting).seq() - 1, true);
    }

    /// How many of the items a message holds; one at least, so that whoever asks again gets on.
    private static int fitting(List<Numbered> items) {
        int bytes = 0;
        for (int count = 0; count < items.size(); count++) {
            bytes += ItemJson.shown(items.get(count)).toString().getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > Tail.LONGEST_BATCH_BYTES && count > 0) {
                return count;
            }
        }
        return items.size();
    }
}
