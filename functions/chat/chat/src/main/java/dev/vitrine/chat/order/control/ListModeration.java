package dev.vitrine.chat.order.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.entity.RoomRecord;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.history.entity.Message;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.order.entity.Audited;
import dev.vitrine.chat.order.entity.Moderator;
import dev.vitrine.chat.order.entity.Sanction;
import dev.vitrine.chat.order.store.ActTable;
import dev.vitrine.chat.order.store.PeopleTable;
import dev.vitrine.chat.order.store.SanctionTable;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// What those who keep order look at. Each list asks for as many rows as it is told.
@ApplicationScoped
public class ListModeration {
    private final KeepOrder order;
    private final Database database;
    private final RoomTable rooms;
    private final MessageTable messages;
    private final SanctionTable sanctions;
    private final PeopleTable people;
    private final ActTable acts;

    ListModeration(
            KeepOrder order,
            Database database,
            RoomTable rooms,
            MessageTable messages,
            SanctionTable sanctions,
            PeopleTable people,
            ActTable acts) {
        this.order = order;
        this.database = database;
        this.rooms = rooms;
        this.messages = messages;
        this.sanctions = sanctions;
        this.people = people;
        this.acts = acts;
    }

    /// For everybody.
    public Uni<RoomRecord> room(RoomId room) {
        return rooms.find(database.statements(), room)
                .map(found -> found.orElseThrow(() -> new ChatRefusal.NotFound("room")));
    }

    public Uni<List<Message>> messages(
            RoomId room, Actor actor, Optional<Viewer> viewer, OptionalLong before, int limit) {
        return order.read(room, actor, false, acting -> messages.page(acting.sql(), room, viewer, before, limit));
    }

    public Uni<List<Sanction>> sanctions(RoomId room, Actor actor, Optional<UUID> before, int limit) {
        return order.read(
                room, actor, false, acting -> sanctions.page(acting.sql(), room, before, limit, acting.now()));
    }

    public Uni<List<Moderator>> moderators(RoomId room, Actor actor) {
        return order.read(room, actor, false, acting -> people.moderators(acting.sql(), room));
    }

    public Uni<List<Audited>> acts(RoomId room, Actor actor, Optional<UUID> before, int limit) {
        return order.read(room, actor, true, acting -> acts.page(acting.sql(), room, before, limit));
    }
}
