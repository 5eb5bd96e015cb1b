package dev.vitrine.chat.run.control;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.KeptItem;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Said;
import dev.vitrine.chat.run.entity.RunState;
import dev.vitrine.chat.run.store.RoomRuns;
import dev.vitrine.model.RoomId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Brings what the log holds into the history: what was said, and what else the replay shows. Repeats what a
/// runner that died may have kept already.
record KeepHistory(RoomId room, String token, RoomRuns runs, TalkHistory history) {
    /// Above what a batch of the history takes; longer is a failure, and is tried again.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    void run(RunState state) {
        var unkept = runs.unkept(room, state.kept(), state.keepable()).await().atMost(PATIENCE);
        var items = unkept.items();
        long until = items.size() < RoomRuns.READ
                ? state.keepable()
                : items.getLast().seq();
        var said = items.stream()
                .filter(entry -> entry.numbered().item() instanceof Item.Danmaku)
                .map(entry -> said(entry, unkept.hidden()))
                .toList();
        var shown = items.stream()
                .flatMap(entry -> replayed(entry, unkept.hidden()).stream())
                .toList();
        if (!said.isEmpty() || !shown.isEmpty()) {
            history.keep(room, said, shown).await().atMost(PATIENCE);
        }
        runs.kept(room, token, until).await().atMost(PATIENCE);
    }

    private static Said said(Logged entry, Set<Long> hidden) {
        return new Said(
                entry.seq(),
                entry.subject().orElseThrow(),
                (Item.Danmaku) entry.numbered().item(),
                !hidden.contains(entry.seq()));
    }

    private static Optional<KeptItem> replayed(Logged entry, Set<Long> hidden) {
        return entry.numbered().item() instanceof Item.Shown shown && shown.replayed()
                ? Optional.of(new KeptItem(entry.seq(), shown, !hidden.contains(entry.seq())))
                : Optional.empty();
    }
}
