package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// The log of a room: everything that happens in it, numbered, until it is sent and kept.
///
/// An item is acknowledged when `append` completes. One script gives the number and appends, so that numbers
/// have no holes and two writers never share one; it also finds out whether somebody runs the room, and calls
/// one if not. Safe for concurrent use.
@ApplicationScoped
public class RoomLog {
    /// How far back somebody who just spoke is looked for: what the history does not have yet, and more.
    private static final int LOOKED_BACK = 500;

    /// KEYS: log, sequence, awake. ARGV: item, subject or empty.
    private static final String APPEND = Lua.LOG + Lua.WAKE + """
            return {append(KEYS[1], KEYS[2], ARGV[1], ARGV[2]), asleep(KEYS[3])}
            """;

    private final Hot hot;
    private final Wakes wakes;

    RoomLog(Hot hot, Wakes wakes) {
        this.hot = hot;
        this.wakes = wakes;
    }

    /// Not for danmaku, which the rules of talk judge and append in one script (`RoomTalk`).
    ///
    /// @return the item's number
    public Uni<Long> append(RoomId room, Item item) {
        return append(room, item, "");
    }

    /// A danmaku that a person judged instead.
    public Uni<Long> release(RoomId room, Item.Danmaku danmaku, String subject) {
        return append(room, danmaku, subject);
    }

    private Uni<Long> append(RoomId room, Item item, String subject) {
        return hot.run(
                        APPEND,
                        List.of(Keys.log(room), Keys.sequence(room), Keys.awake(room)),
                        List.of(ItemJson.kept(item), subject))
                .call(answer -> wakes.send(room, answer.get(1).toInteger() == 1))
                .map(answer -> answer.get(0).toLong());
    }

    /// What was said last, latest first: the history may not have it yet.
    public Uni<List<Logged>> latest(RoomId room) {
        return Hot.inTime(hot.redis()
                        .xrevrange(List.of(Keys.log(room), "+", "-", "COUNT", Integer.toString(LOOKED_BACK))))
                .map(LogEntries::read);
    }

    /// Takes what a person said out of the log: who comes back is not shown it, and the history does not
    /// get it.
    public Uni<Void> erase(RoomId room, String subject) {
        return latest(room)
                .map(entries -> entries.stream()
                        .filter(entry -> entry.subject().filter(subject::equals).isPresent())
                        .map(entry -> entry.seq() + "-0")
                        .toList())
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Hot.inTime(hot.redis().xdel(command(Keys.log(room), ids)))
                                .replaceWithVoid());
    }

    private static List<String> command(String key, List<String> ids) {
        var command = new ArrayList<String>();
        command.add(key);
        command.addAll(ids);
        return command;
    }
}
