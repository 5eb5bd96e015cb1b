package dev.vitrine.chat.events.control;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.ShowState;
import dev.vitrine.chat.facts.control.SpreadDecisions;
import dev.vitrine.chat.facts.store.RoomFacts;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.replay.control.WriteReplays;
import dev.vitrine.chat.replay.entity.Clip;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Takes what others tell: the show's states, replays, followers. An
/// event that comes twice is taken once, by its id.
@ApplicationScoped
public class TakeEvent {
    private static final Logger LOG = Logger.getLogger(TakeEvent.class);

    private final Database database;
    private final RoomTable rooms;
    private final UnsentTable unsent;
    private final RoomFacts facts;
    private final SpreadDecisions spread;
    private final WriteReplays replays;
    private final InstantSource clock;

    TakeEvent(
            Database database,
            RoomTable rooms,
            UnsentTable unsent,
            RoomFacts facts,
            SpreadDecisions spread,
            WriteReplays replays,
            InstantSource clock) {
        this.database = database;
        this.rooms = rooms;
        this.unsent = unsent;
        this.facts = facts;
        this.spread = spread;
        this.replays = replays;
        this.clock = clock;
    }

    /// What an event tells of a show.
    ///
    /// @param told what readers hear of it; nothing of what happens before the first of them comes, and nothing of
    ///     what a later event has overtaken
    public record ShowChange(
            UUID event,
            RoomId room,
            String streamer,
            ShowState state,
            Instant at,
            Optional<String> channel,
            Optional<Item> told) {}

    public Uni<Void> show(ShowChange change) {
        return database.transaction(sql -> know(sql, change)
                        .chain(told -> told
                                ? unsent.add(sql, change.room(), change.told().get())
                                : nothing())
                        .chain(() -> facts.fill(sql, change.room(), clock.instant())))
                .chain(() -> spread.roomInTime(change.room()));
    }

    /// @return whether readers are to hear of it
    private Uni<Boolean> know(Statements sql, ShowChange change) {
        return rooms.tell(sql, change.room(), change.streamer(), change.state(), change.at(), change.channel())
                .map(told -> told.orElseThrow(() -> anothers(change)))
                .chain(so -> unsent.take(sql, change.event(), clock.instant())
                        .map(first -> so && first && change.told().isPresent()));
    }

    /// Whose a room is decides who may keep order in it: whoever runs this has an alarm on it, and
    /// the dead-letter queue keeps and counts what was told.
    private static InvalidValue anothers(ShowChange change) {
        LOG.errorf("room %s is told to be %s's, which it is not", change.room(), change.streamer());
        return new InvalidValue("streamerId", "must be who room " + change.room() + " was first heard of with");
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /// Fails when no room has the channel yet: the queue brings the event again.
    public Uni<Void> rendered(String channel, List<Clip> clips) {
        return database.transaction(sql -> rooms.keepClips(sql, channel, clips))
                .map(found -> found.orElseThrow(
                        () -> new IllegalStateException("no room has the channel " + channel + " yet")))
                .chain(replays::soon);
    }

    public Uni<Void> follows(String streamer, String viewer, boolean follows) {
        return facts.follow(streamer, viewer, follows);
    }
}
