package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.platform.hibernate.UnitOfWork;
import dev.vitrine.rooms.entity.Actor;
import dev.vitrine.rooms.entity.Move;
import dev.vitrine.rooms.entity.NoSuchRoom;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomFact;
import dev.vitrine.rooms.store.Rooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// What changes of a room have in common: hold its row, ask whose it is, move it, tell what happened.
@ApplicationScoped
class RoomChanges {
    private final Rooms rooms;
    private final RoomEvents events;

    RoomChanges(Rooms rooms, RoomEvents events) {
        this.rooms = rooms;
        this.events = events;
    }

    /// @return the room with its row held; fails with `NoSuchRoom` or `NotAllowed`
    Uni<Room> held(UnitOfWork work, RoomId id, Actor actor) {
        return rooms.locked(work.session(), id).map(found -> {
            var room = found.orElseThrow(() -> new NoSuchRoom(id));
            room.requireChangeableBy(actor);
            return room;
        });
    }

    Uni<Room> move(UnitOfWork work, Room room, Move move) {
        return Uni.createFrom()
                .item(() -> room.move(move))
                .chain(fact -> tell(work, room, fact))
                .replaceWith(room);
    }

    Uni<Void> tell(UnitOfWork work, Room room, Optional<RoomFact> fact) {
        return fact.map(happened -> tell(work, room, happened))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    Uni<Void> tell(UnitOfWork work, Room room, RoomFact fact) {
        return work.publish(events.of(room, fact));
    }
}
