package dev.vitrine.chat.events.control;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.ShowState;
import dev.vitrine.chat.facts.control.SpreadDecisions;
import dev.vitrine.chat.facts.store.RoomFacts;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.replay.control.WriteReplays;
import dev.vitrine.chat.store.Lasting;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.ReplayRendered;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes what others tell: the show's states, replays, followers, and what is to be shown in a room. An
/// event that comes twice is taken once, by its id.
@ApplicationScoped
public class TakeEvent {
    private final Lasting lasting;
    private final RoomTable rooms;
    private final UnsentTable unsent;
    private final RoomFacts facts;
    private final SpreadDecisions spread;
    private final WriteReplays replays;
    private final InstantSource clock;

    TakeEvent(
            Lasting lasting,
            RoomTable rooms,
            UnsentTable unsent,
            RoomFacts facts,
            SpreadDecisions spread,
            WriteReplays replays,
            InstantSource clock) {
        this.lasting = lasting;
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
    public record Told(
            UUID event,
            RoomId room,
            String streamer,
            ShowState state,
            Instant at,
            Optional<String> channel,
            Optional<Item> told) {}

    public Uni<Void> show(Told event) {
        return lasting.transaction(sql -> rooms.tell(
                                sql, event.room(), event.streamer(), event.state(), event.at(), event.channel())
                        .chain(so -> unsent.take(sql, event.event(), clock.instant())
                                .chain(first -> so && first && event.told().isPresent()
                                        ? unsent.add(
                                                sql, event.room(), event.told().get())
                                        : Uni.createFrom().voidItem()))
                        .chain(() -> facts.fill(sql, event.room(), clock.instant())))
                .chain(() -> spread.roomInTime(event.room()));
    }

    /// An item of another capability. Fails when the room is not known yet: the queue brings the event again.
    public Uni<Void> item(UUID event, RoomId room, Item item) {
        return lasting.transaction(sql -> rooms.find(sql, room)
                        .map(found ->
                                found.orElseThrow(() -> new IllegalStateException("room " + room + " is not known")))
                        .chain(() -> unsent.take(sql, event, clock.instant()))
                        .chain(first -> first
                                ? unsent.add(sql, room, item)
                                : Uni.createFrom().voidItem()))
                .chain(() -> spread.roomInTime(room));
    }

    /// Fails when no room has the channel yet: the queue brings the event again.
    public Uni<Void> rendered(String channel, List<ReplayRendered.Clip> clips) {
        return lasting.transaction(sql -> rooms.keepClips(sql, channel, clips))
                .map(found -> found.orElseThrow(
                        () -> new IllegalStateException("no room has the channel " + channel + " yet")))
                .chain(replays::soon);
    }

    public Uni<Void> follows(String streamer, String viewer, boolean follows) {
        return facts.follow(streamer, viewer, follows);
    }
}
