package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    /// Far longer than until somebody goes on where a process died: a healing comes every minute.
    private static final Duration TOLD_LIVES = Duration.ofHours(1);

    /// KEYS: log, sequence, awake, told. ARGV: item, the decision's number, lifetime in s. Who finds it told
    /// still calls a runner: who told it may have died before.
    private static final String TELL = Lua.LOG + Lua.WAKE + """
            local first = redis.call('SADD', KEYS[4], ARGV[2]) == 1
            redis.call('EXPIRE', KEYS[4], ARGV[3])
            return {first and append(KEYS[1], KEYS[2], ARGV[1], '') or 0, asleep(KEYS[3])}
            """;

    /// Entries that one script looks at: nobody else is served meanwhile.
    private static final int ERASED_AT_ONCE = 500;

    /// KEYS: log. ARGV: where to begin, subject, how many. Returns where it ended; nothing at the end of the log.
    private static final String ERASE = """
            local entries = redis.call('XRANGE', KEYS[1], ARGV[1], '+', 'COUNT', ARGV[3])
            for _, entry in ipairs(entries) do
              for at = 1, #entry[2], 2 do
                if entry[2][at] == 's' and entry[2][at + 1] == ARGV[2] then redis.call('XDEL', KEYS[1], entry[1]) end
              end
            end
            return #entries == tonumber(ARGV[3]) and entries[#entries][1] or ''
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

    /// Appends what was decided, once: however often it is asked for until it is forgotten.
    ///
    /// @param decision its number among those that are to be told
    public Uni<Void> tell(RoomId room, long decision, Item item) {
        return hot.run(
                        TELL,
                        List.of(Keys.log(room), Keys.sequence(room), Keys.awake(room), Keys.told(room)),
                        List.of(ItemJson.kept(item), decision, TOLD_LIVES.toSeconds()))
                .call(answer -> wakes.send(room, answer.get(1).toInteger() == 1))
                .replaceWithVoid();
    }

    /// Nobody will ask for these again.
    public Uni<Void> forget(RoomId room, List<Long> decisions) {
        if (decisions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var command = new ArrayList<String>();
        command.add(Keys.told(room));
        decisions.forEach(decision -> command.add(decision.toString()));
        return Hot.inTime(hot.redis().srem(command)).replaceWithVoid();
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

    /// Takes everything a person said out of the log: who comes back is not shown it, and the history does not
    /// get it.
    public Uni<Void> erase(RoomId room, String subject) {
        return erase(room, subject, "-");
    }

    private Uni<Void> erase(RoomId room, String subject, String from) {
        return hot.run(ERASE, List.of(Keys.log(room)), List.of(from, subject, ERASED_AT_ONCE))
                .map(Response::toString)
                .chain(last -> last.isEmpty() ? Uni.createFrom().voidItem() : erase(room, subject, "(" + last));
    }
}
