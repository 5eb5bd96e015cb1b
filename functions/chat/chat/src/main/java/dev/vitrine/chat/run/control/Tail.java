package dev.vitrine.chat.run.control;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.entity.Visible;
import dev.vitrine.chat.run.entity.DanmakuBudget;
import dev.vitrine.model.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The end of a room's sequence, as far as a runner still needs it. One thread's own.
public final class Tail {
    /// A message of the gateway has at most 128 KiB; some are left for what is around the items.
    public static final int LONGEST_BATCH_BYTES = 100 * 1024;
    /// What a runner holds at most; then it reads on only when something is done with.
    static final int LONGEST = 5000;

    private final RoomId room;
    private final List<Numbered> items = new ArrayList<>();
    private final Map<Long, SerializedString> written = new HashMap<>();
    private long after;
    private long until;
    private Batch newest = new Batch(-1, -1, -1, new byte[0]);

    /// @param after the number that everything here is above
    Tail(RoomId room, long after) {
        this.room = room;
        this.after = after;
        this.until = after;
    }

    /// @param asked where it was asked to end; `until` is below it when the rest had no room
    record Batch(long after, long until, long asked, byte[] frame) {}

    long until() {
        return until;
    }

    boolean full() {
        return items.size() >= LONGEST;
    }

    /// Entries follow on from `until`. What the log lost in between is a hole that readers get to see: the
    /// next batch then begins behind it.
    void add(List<Logged> entries) {
        for (var entry : entries) {
            if (items.isEmpty() && entry.seq() > after + 1) {
                after = entry.seq() - 1;
            }
            items.add(entry.numbered());
            until = entry.seq();
        }
    }

    void forget(long done) {
        int gone = 0;
        while (gone < items.size() && items.get(gone).seq() <= done) {
            written.remove(items.get(gone).seq());
            gone++;
        }
        items.subList(0, gone).clear();
        after = Math.max(after, Math.min(done, until));
    }

    List<Numbered> stretch(long from, long to) {
        return items.stream()
                .filter(item -> item.seq() > from && item.seq() <= to)
                .toList();
    }

    /// What a socket gets that has everything up to `from`. Most sockets ask for the same.
    Batch batch(long from, long to) {
        long begin = Math.max(from, after);
        if (newest.after() != begin || newest.asked() != to) {
            newest = make(begin, to);
        }
        return newest;
    }

    private Batch make(long from, long to) {
        var stretch = stretch(from, to);
        var texts = new ArrayList<SerializedString>();
        int bytes = 0;
        for (var item : Visible.of(stretch, DanmakuBudget.BACKLOG.hidden(stretch))) {
            var text = written.computeIfAbsent(item.seq(), _ -> Frames.written(item));
            bytes += text.asUnquotedUTF8().length + 1;
            if (bytes > LONGEST_BATCH_BYTES && !texts.isEmpty()) {
                return new Batch(from, item.seq() - 1, to, Frames.batch(room, from, item.seq() - 1, texts));
            }
            texts.add(text);
        }
        return new Batch(from, to, to, Frames.batch(room, from, to, texts));
    }
}
