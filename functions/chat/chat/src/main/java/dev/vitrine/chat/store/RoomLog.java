package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Logged;
import dev.vitrine.chat.entity.Removal;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.script.ChatScripts;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import dev.vitrine.platform.redis.Script;
import io.smallrye.mutiny.Uni;
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

    /// Far longer than until somebody goes on where a process died: a healing comes every minute.
    private static final Duration TOLD_LIVES = Duration.ofHours(1);

    /// Entries that one script looks at: nobody else is served meanwhile.
    private static final int ERASED_AT_ONCE = 500;

    /// What the index of lane B tells at most; what is beyond has been taken out of the segments long
    /// ago.
    public static final int MOST_REMOVED = 1_000;

    private static final Script APPEND = ChatScripts.of("append");
    private static final Script TELL = ChatScripts.of("tell-decision");
    private static final Script ERASE = ChatScripts.of("erase");

    private final RedisStore redis;
    private final Wakes wakes;

    RoomLog(RedisStore redis, Wakes wakes) {
        this.redis = redis;
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
        return redis.run(TELL.with()
                        .keys(Keys.of(room))
                        .argument("item", ItemJson.kept(item))
                        .argument("subject", item.to() instanceof Hearers.One(var subject) ? subject : "")
                        .argument("hearers", item.to().everybody() ? "" : "some")
                        .argument("takes", Removal.taken(item))
                        .argument("mostRemoved", MOST_REMOVED)
                        .argument("decision", decision)
                        .argument("toldLives", TOLD_LIVES.toSeconds()))
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
        return redis.ask(api -> api.srem(command)).replaceWithVoid();
    }

    /// A danmaku that a person judged instead.
    public Uni<Long> release(RoomId room, Item.Danmaku danmaku, String subject) {
        return append(room, danmaku, subject);
    }

    private Uni<Long> append(RoomId room, Item item, String subject) {
        return redis.run(APPEND.with()
                        .keys(Keys.of(room))
                        .argument("item", ItemJson.kept(item))
                        .argument("subject", subject))
                .call(answer -> wakes.send(room, answer.get(1).toInteger() == 1))
                .map(answer -> answer.get(0).toLong());
    }

    /// What was said last, latest first: the history may not have it yet.
    public Uni<List<Logged>> latest(RoomId room) {
        return redis.ask(
                        api -> api.xrevrange(List.of(Keys.log(room), "+", "-", "COUNT", Integer.toString(LOOKED_BACK))))
                .map(LogEntries::read);
    }

    /// Takes everything a person said, what names them and what they alone were to hear, out of the
    /// log: who comes back is not shown it, and the history does not get it.
    ///
    /// @return how many entries went
    public Uni<Long> erase(RoomId room, String subject, Viewer viewer) {
        return erase(room, subject, viewer, "-", 0);
    }

    private Uni<Long> erase(RoomId room, String subject, Viewer viewer, String from, long before) {
        return redis.run(ERASE.with()
                        .keys(Keys.of(room))
                        .argument("from", from)
                        .argument("subject", subject)
                        .argument("viewer", viewer)
                        .argument("most", ERASED_AT_ONCE))
                .chain(answer -> {
                    var last = answer.get(0).toString();
                    long gone = before + answer.get(1).toLong();
                    return last.isEmpty()
                            ? Uni.createFrom().item(gone)
                            : erase(room, subject, viewer, "(" + last, gone);
                });
    }
}
