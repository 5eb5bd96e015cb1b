package dev.vitrine.chat.history.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.facts.control.SpreadDecisions;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.filter.store.ReviewTable;
import dev.vitrine.chat.history.store.ErasureTable;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.history.store.MessageTable.Erased;
import dev.vitrine.chat.history.store.NamedItems;
import dev.vitrine.chat.history.store.SetAsideTable;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.order.entity.Audited;
import dev.vitrine.chat.order.store.ActTable;
import dev.vitrine.chat.run.store.LeftRooms;
import dev.vitrine.chat.store.RoomLog;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Erases everything a person said, and their name where others' items show it. The history loses it at
/// once, and takes nothing of before any more; the logs of rooms that talk lose it too; screens,
/// segments and replays follow.
@ApplicationScoped
public class EraseMessages {
    /// Rooms looked through at once: an answer waits.
    private static final int SIDE_BY_SIDE = 8;

    private final Database database;
    private final MessageTable messages;
    private final NamedItems items;
    private final ReviewTable reviews;
    private final SetAsideTable setAside;
    private final ErasureTable erasures;
    private final ActTable acts;
    private final UnsentTable unsent;
    private final RoomTable rooms;
    private final RoomLog log;
    private final LeftRooms left;
    private final SpreadDecisions spread;
    private final Pseudonyms pseudonyms;
    private final Ids ids;
    private final InstantSource clock;

    EraseMessages(
            Database database,
            MessageTable messages,
            NamedItems items,
            ReviewTable reviews,
            SetAsideTable setAside,
            ErasureTable erasures,
            ActTable acts,
            UnsentTable unsent,
            RoomTable rooms,
            RoomLog log,
            LeftRooms left,
            SpreadDecisions spread,
            Pseudonyms pseudonyms,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.messages = messages;
        this.items = items;
        this.reviews = reviews;
        this.setAside = setAside;
        this.erasures = erasures;
        this.acts = acts;
        this.unsent = unsent;
        this.rooms = rooms;
        this.log = log;
        this.left = left;
        this.spread = spread;
        this.pseudonyms = pseudonyms;
        this.ids = ids;
        this.clock = clock;
    }

    public record Erasure(int messages, int rooms) {}

    /// What else goes in the transaction that erases.
    interface More {
        Uni<Void> in(Statements sql, List<Erased> erased, Instant now);
    }

    /// Twice is as once. For oneself, or for anybody by an operator.
    public Uni<Erasure> run(Actor actor, String subject) {
        if (!actor.operator() && !actor.subject().equals(subject)) {
            throw new ChatRefusal.NotAllowed("Only the person or an operator may erase what somebody said.");
        }
        return erase(subject, (sql, _, now) -> audit(sql, actor, subject, now));
    }

    Uni<Erasure> erase(String subject, More more) {
        var now = clock.instant();
        return database.transaction(sql -> fromRecord(sql, subject, now).call(erased -> more.in(sql, erased, now)))
                .call(erased -> fromLogs(subject, erased, now))
                .map(erased ->
                        new Erasure(erased.stream().mapToInt(Erased::messages).sum(), (int) erased.stream()
                                .filter(each -> each.messages() > 0)
                                .count()));
    }

    private Uni<List<Erased>> fromRecord(Statements sql, String subject, Instant now) {
        return erasures.add(sql, pseudonyms.ofHouse(subject), now)
                .chain(() -> messages.erase(sql, subject))
                .call(() ->
                        items.rooms(sql).chain(kept -> items.erase(sql, kept, room -> pseudonyms.of(room, subject))))
                .call(() -> reviews.erase(sql, subject))
                .call(() -> setAside.erase(sql, subject))
                .call(() -> erasures.forgetPerson(sql, subject, now))
                .call(() -> acts.forget(sql, subject))
                .call(erased -> tellEach(sql, erased, now));
    }

    /// Also where they spoke too recently for the history to know, or where somebody's item alone names
    /// them: then readers hear of it too.
    private Uni<Void> fromLogs(String subject, List<Erased> erased, Instant now) {
        var known = erased.stream().map(Erased::room).collect(Collectors.toSet());
        return each(known, room -> log.erase(room, subject, pseudonyms.of(room, subject))
                        .replaceWithVoid())
                .chain(() -> left.active(now))
                .chain(active -> Multi.createFrom()
                        .iterable(active)
                        .select()
                        .where(room -> !known.contains(room))
                        .onItem()
                        .transformToUni(room -> fromLog(room, subject, now))
                        .merge(SIDE_BY_SIDE)
                        .collect()
                        .asList())
                .chain(() -> each(known, spread::roomInTime));
    }

    private Uni<Void> fromLog(RoomId room, String subject, Instant now) {
        var viewer = pseudonyms.of(room, subject);
        return log.erase(room, subject, viewer)
                .chain(gone -> gone == 0
                        ? Uni.createFrom().voidItem()
                        : database.transaction(sql -> tellEach(sql, List.of(new Erased(room, viewer, 0)), now))
                                .chain(() -> spread.roomInTime(room)));
    }

    private Uni<Void> tellEach(Statements sql, List<Erased> erased, Instant now) {
        return each(erased, each -> rooms.staleReplay(sql, each.room())
                .chain(() -> unsent.add(sql, each.room(), new Item.MessagesErased(now, each.viewer()))));
    }

    /// The audit says that it was done, by whom if an operator did it, and to which pseudonym: never to
    /// whom.
    private Uni<Void> audit(Statements sql, Actor actor, String subject, Instant now) {
        var person = pseudonyms.ofHouse(subject);
        return actor.subject().equals(subject)
                ? byThemselves(sql, person, now)
                : acts.add(sql, Optional.empty(), actor, act(actor, person, now), Optional.empty());
    }

    Uni<Void> byThemselves(Statements sql, Viewer person, Instant now) {
        var nobody = new Actor(person.value(), "", false, false);
        return acts.add(sql, Optional.empty(), nobody, act(nobody, person, now), Optional.empty());
    }

    private Audited act(Actor actor, Viewer person, Instant now) {
        return new Audited(
                ids.next(),
                now,
                actor.name(),
                Act.ERASE,
                Optional.of(person),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static <T> Uni<Void> each(Collection<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
