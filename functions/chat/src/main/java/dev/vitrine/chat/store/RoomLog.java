package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The log of a room: everything that happens in it, numbered, until it is sent and kept.
///
/// An item is acknowledged when `append` completes. One script gives the number and appends, so that numbers
/// have no holes and two writers never share one; it also finds out whether somebody runs the room, and calls
/// one if not. Safe for concurrent use.
@ApplicationScoped
public class RoomLog {
    /// KEYS: log, sequence, awake. ARGV: item.
    private static final String APPEND = Lua.LOG + Lua.WAKE + """
            return {append(KEYS[1], KEYS[2], ARGV[1], ''), asleep(KEYS[3])}
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
        return hot.run(
                        APPEND,
                        List.of(Keys.log(room), Keys.sequence(room), Keys.awake(room)),
                        List.of(ItemJson.kept(item)))
                .call(answer -> wakes.send(room, answer.get(1).toInteger() == 1))
                .map(answer -> answer.get(0).toLong());
    }
}
