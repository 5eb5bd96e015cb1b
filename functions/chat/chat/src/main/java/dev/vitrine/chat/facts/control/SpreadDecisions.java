package dev.vitrine.chat.facts.control;

import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.event.SanctionChanged;
import dev.vitrine.chat.facts.store.RoomFacts;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.facts.store.UnsentTable.Unsent;
import dev.vitrine.chat.filter.store.WordTable;
import dev.vitrine.chat.store.RoomLog;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventBus;
import dev.vitrine.platform.sql.Database;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Brings what was decided to Redis and into the room's log: first the facts, so that nobody hears of a
/// rule that does not hold yet, then the items. What a crash leaves is told by the next who tells something in
/// the room, or by the healing; what it had told already is in the log once.
@ApplicationScoped
public class SpreadDecisions {
    private static final Logger LOG = Logger.getLogger(SpreadDecisions.class);
    private static final String SOURCE = "/chat";
    /// How long an answer waits for its decision to be told; the healing tells the rest.
    private static final Duration ANSWER_WAITS = Duration.ofSeconds(4);

    private final Database database;
    private final UnsentTable unsent;
    private final RoomFacts facts;
    private final RoomLog log;
    private final PublishWords publishWords;
    private final EventBus events;
    private final Ids ids;
    private final InstantSource clock;

    SpreadDecisions(
            Database database,
            UnsentTable unsent,
            RoomFacts facts,
            RoomLog log,
            PublishWords publishWords,
            EventBus events,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.unsent = unsent;
        this.facts = facts;
        this.log = log;
        this.publishWords = publishWords;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// Never fails: what was decided is decided.
    public Uni<Void> roomInTime(RoomId room) {
        return room(room)
                .ifNoItem()
                .after(ANSWER_WAITS)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("decisions in room %s are told by the healing: %s", room, failure))
                .onFailure()
                .recoverWithNull();
    }

    /// What an earlier process left.
    public Uni<Void> left(int limit) {
        return unsent.rooms(database.statements(), limit).chain(rooms -> Multi.createFrom()
                .iterable(rooms)
                .onItem()
                .transformToUniAndConcatenate(this::roomInTime)
                .collect()
                .asList()
                .replaceWithVoid());
    }

    private Uni<Void> room(RoomId room) {
        return database.transaction(sql -> unsent.held(sql, room)
                        .call(held -> held.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : tell(sql, room, held).chain(() -> unsent.delete(sql, held))))
                .chain(told -> log.forget(room, items(told).map(Unsent::id).toList()));
    }

    private static Stream<Unsent> items(List<Unsent> held) {
        return held.stream().filter(each -> each.item().isPresent());
    }

    private Uni<Void> tell(Statements sql, RoomId room, List<Unsent> held) {
        return words(sql, room, held)
                .chain(() -> room.equals(WordTable.PLATFORM)
                        ? Uni.createFrom().item(true)
                        : facts.fill(sql, room, clock.instant()))
                .chain(() -> Multi.createFrom()
                        .items(items(held))
                        .onItem()
                        .transformToUniAndConcatenate(
                                each -> log.tell(room, each.id(), each.item().get()))
                        .collect()
                        .asList())
                .chain(() -> publish(room, held));
    }

    /// Other capabilities show no name of who may not talk.
    private Uni<Void> publish(RoomId room, List<Unsent> held) {
        return Multi.createFrom()
                .items(items(held).map(each -> each.item().get()).flatMap(item -> sanction(room, item).stream()))
                .onItem()
                .transformToUniAndConcatenate(events::publish)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Optional<CloudEvent> sanction(RoomId room, Item item) {
        return switch (item) {
            case Item.ViewerMuted(var at, var viewer, var until) ->
                Optional.of(sanction(room, at, viewer, SanctionChanged.State.MUTED, Optional.of(until)));
            case Item.ViewerBanned(var at, var viewer) ->
                Optional.of(sanction(room, at, viewer, SanctionChanged.State.BANNED, Optional.empty()));
            case Item.SanctionLifted(var at, var viewer) ->
                Optional.of(sanction(room, at, viewer, SanctionChanged.State.LIFTED, Optional.empty()));
            default -> Optional.empty();
        };
    }

    private CloudEvent sanction(
            RoomId room, Instant at, Viewer viewer, SanctionChanged.State state, Optional<Instant> until) {
        return CloudEvent.of(
                ids.next(), SOURCE, room.toString(), at, new SanctionChanged(room, viewer.value(), state, until));
    }

    private Uni<Void> words(Statements sql, RoomId list, List<Unsent> held) {
        return held.stream().anyMatch(each -> each.item().isEmpty())
                ? publishWords.run(sql, list)
                : Uni.createFrom().voidItem();
    }
}
