package dev.vitrine.chat.order.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.RoomRecord;
import dev.vitrine.chat.facts.control.SpreadDecisions;
import dev.vitrine.chat.facts.store.UnsentTable;
import dev.vitrine.chat.order.store.ActTable;
import dev.vitrine.chat.order.store.PeopleTable;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// What acts of those who keep order have in common: whose room it is, whether they may, one transaction,
/// then telling it. Reading what only they may read goes the same way.
@ApplicationScoped
public class KeepOrder {
    private final Database database;
    private final RoomTable rooms;
    private final PeopleTable people;
    private final ActTable acts;
    private final UnsentTable unsent;
    private final SpreadDecisions spread;
    private final Ids ids;
    private final InstantSource clock;

    KeepOrder(
            Database database,
            RoomTable rooms,
            PeopleTable people,
            ActTable acts,
            UnsentTable unsent,
            SpreadDecisions spread,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.rooms = rooms;
        this.people = people;
        this.acts = acts;
        this.unsent = unsent;
        this.spread = spread;
        this.ids = ids;
        this.clock = clock;
    }

    /// An act of a moderator of the room.
    ///
    /// @return fails with a `ChatRefusal` when there is no such room or they may not; then nothing has changed
    public <T> Uni<T> act(RoomId room, Actor actor, Function<Acting, Uni<T>> change) {
        return database.transaction(sql -> rooms.held(sql, room)
                        .map(KeepOrder::existing)
                        .chain(record -> acting(sql, record, actor))
                        .invoke(acting -> require(acting.role().moderates()))
                        .chain(acting -> change.apply(acting)))
                .call(() -> spread.roomInTime(room));
    }

    /// What a moderator may read; an auditor where `auditors` says so.
    public <T> Uni<T> read(RoomId room, Actor actor, boolean auditors, Function<Acting, Uni<T>> question) {
        return database.transaction(sql -> rooms.find(sql, room)
                .map(KeepOrder::existing)
                .chain(record -> acting(sql, record, actor))
                .invoke(acting -> require(acting.role().moderates() || auditors && actor.auditor()))
                .chain(acting -> question.apply(acting)));
    }

    private Uni<Acting> acting(Statements sql, RoomRecord room, Actor actor) {
        return people.moderates(sql, room.id(), actor.subject())
                .map(appointed ->
                        new Acting(sql, room, actor, actor.in(room, appointed), clock.instant(), ids, acts, unsent));
    }

    private static RoomRecord existing(Optional<RoomRecord> found) {
        return found.orElseThrow(() -> new ChatRefusal.NotFound("room"));
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ChatRefusal.NotAllowed("Only the room's streamer, its moderators and operators may do that.");
        }
    }

    /// For acts that moderators may not do themselves.
    static void requireStreamer(Acting acting) {
        if (!Role.STREAMER.equals(acting.role()) && !Role.OPERATOR.equals(acting.role())) {
            throw new ChatRefusal.NotAllowed("Only the room's streamer or an operator may do that.");
        }
    }
}
