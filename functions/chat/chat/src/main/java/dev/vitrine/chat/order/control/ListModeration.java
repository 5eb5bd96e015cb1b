package dev.vitrine.chat.order.control;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.chat.entity.RoomRecord;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.chat.filter.entity.Review;
import dev.vitrine.chat.filter.store.ReviewTable;
import dev.vitrine.chat.filter.store.WordTable;
import dev.vitrine.chat.history.entity.Message;
import dev.vitrine.chat.history.store.MessageTable;
import dev.vitrine.chat.order.entity.Audited;
import dev.vitrine.chat.order.entity.Moderator;
import dev.vitrine.chat.order.entity.Sanction;
import dev.vitrine.chat.order.store.ActTable;
import dev.vitrine.chat.order.store.PeopleTable;
import dev.vitrine.chat.order.store.SanctionTable;
import dev.vitrine.platform.sql.Database;
import dev.vitrine.chat.store.RoomTable;
import dev.vitrine.model.RoomId;
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
    private final ReviewTable reviews;
    private final WordTable words;

    ListModeration(
            KeepOrder order,
            Database database,
            RoomTable rooms,
            MessageTable messages,
            SanctionTable sanctions,
            PeopleTable people,
            ActTable acts,
            ReviewTable reviews,
            WordTable words) {
        this.order = order;
        this.database = database;
        this.rooms = rooms;
        this.messages = messages;
        this.sanctions = sanctions;
        this.people = people;
        this.acts = acts;
        this.reviews = reviews;
        this.words = words;
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

    public Uni<List<Review>> reviews(
            RoomId room, Actor actor, Optional<Boolean> open, Optional<UUID> before, int limit) {
        return order.read(room, actor, false, acting -> reviews.page(acting.sql(), room, open, before, limit));
    }

    public Uni<List<Listed>> words(RoomId room, Actor actor, Optional<String> after, int limit) {
        return order.read(room, actor, false, acting -> words.page(acting.sql(), room, after, limit));
    }

    /// The platform's list: operators and auditors.
    public Uni<List<Listed>> platformWords(Actor actor, Optional<String> after, int limit) {
        if (!actor.operator() && !actor.auditor()) {
            throw new ChatRefusal.NotAllowed("Only operators and auditors may read the platform's words.");
        }
        return words.page(database.statements(), WordTable.PLATFORM, after, limit);
    }
}
