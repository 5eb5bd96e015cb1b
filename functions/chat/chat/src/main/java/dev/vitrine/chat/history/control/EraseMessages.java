package dev.vitrine.chat.history.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.facts.control.SpreadDecisions;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.filter.store.ReviewTable;
import dev.vitrine.chat.history.store.ErasureTable;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.history.store.SetAsideTable;
import dev.vitrine.chat.order.entity.Act;
import dev.vitrine.chat.order.entity.Audited;
import dev.vitrine.chat.order.store.ActTable;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Erases everything a person said. The history loses it at once, and takes nothing of before any more; the
/// logs of rooms that talk lose it too; screens and replays follow.
@ApplicationScoped
public class EraseMessages {
    private final Database database;
    private final MessageTable messages;
    private final ReviewTable reviews;
    private final SetAsideTable setAside;
    private final ErasureTable erasures;
    private final ActTable acts;
    private final UnsentTable unsent;
    private final RoomTable rooms;
    private final RoomLog log;
    private final SpreadDecisions spread;
    private final Ids ids;
    private final InstantSource clock;

    EraseMessages(
            Database database,
            MessageTable messages,
            ReviewTable reviews,
            SetAsideTable setAside,
            ErasureTable erasures,
            ActTable acts,
            UnsentTable unsent,
            RoomTable rooms,
            RoomLog log,
            SpreadDecisions spread,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.messages = messages;
        this.reviews = reviews;
        this.setAside = setAside;
        this.erasures = erasures;
        this.acts = acts;
        this.unsent = unsent;
        this.rooms = rooms;
        this.log = log;
        this.spread = spread;
        this.ids = ids;
        this.clock = clock;
    }

    public record Erasure(int messages, int rooms) {}

    /// Twice is as once. For oneself, or for anybody by an operator.
    public Uni<Erasure> run(Actor actor, String subject) {
        if (!actor.operator() && !actor.subject().equals(subject)) {
            throw new ChatRefusal.NotAllowed("Only the person or an operator may erase what somebody said.");
        }
        var now = clock.instant();
        return database.transaction(sql -> erase(sql, actor, subject, now))
                .call(erased -> each(erased, room -> log.erase(room, subject)))
                .call(erased -> each(erased, spread::roomInTime))
                .map(erased -> new Erasure(
                        erased.stream().mapToInt(MessageTable.Erased::messages).sum(), (int) erased.stream()
                                .map(MessageTable.Erased::room)
                                .distinct()
                                .count()));
    }

    private Uni<List<MessageTable.Erased>> erase(Statements sql, Actor actor, String subject, Instant now) {
        return erasures.add(sql, subject, now)
                .chain(() -> messages.erase(sql, subject))
                .call(() -> reviews.erase(sql, subject))
                .call(() -> setAside.erase(sql, subject))
                .call(() -> erasures.forgetPerson(sql, subject, now))
                .call(() -> acts.forget(sql, subject))
                .call(() -> audit(sql, actor, now))
                .call(erased -> Multi.createFrom()
                        .iterable(erased)
                        .onItem()
                        .transformToUniAndConcatenate(each -> rooms.staleReplay(sql, each.room())
                                .chain(() -> unsent.add(sql, each.room(), new Item.MessagesErased(now, each.viewer()))))
                        .collect()
                        .asList());
    }

    private Uni<Void> audit(Statements sql, Actor actor, Instant now) {
        var act = new Audited(
                ids.next(),
                now,
                actor.name(),
                Act.ERASE,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
        return acts.add(sql, Optional.empty(), actor, act, Optional.empty());
    }

    private static Uni<Void> each(List<MessageTable.Erased> erased, Function<RoomId, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(erased.stream()
                        .map(MessageTable.Erased::room)
                        .distinct()
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(room -> work.apply(room))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
