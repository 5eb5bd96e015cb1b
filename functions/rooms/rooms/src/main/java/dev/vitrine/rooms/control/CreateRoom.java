package dev.vitrine.rooms.control;

import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.platform.hibernate.UnitOfWork;
import dev.vitrine.platform.sql.Repeatable;
import dev.vitrine.rooms.entity.Actor;
import dev.vitrine.rooms.entity.NewRoom;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomFact;
import dev.vitrine.rooms.store.Rooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Plans a show for the person who asks.
@ApplicationScoped
public class CreateRoom {
    private final Changes changes;
    private final RoomChanges roomChanges;
    private final Rooms rooms;
    private final Ids ids;
    private final InstantSource clock;

    CreateRoom(Changes changes, RoomChanges roomChanges, Rooms rooms, Ids ids, InstantSource clock) {
        this.changes = changes;
        this.roomChanges = roomChanges;
        this.rooms = rooms;
        this.ids = ids;
        this.clock = clock;
    }

    public <A> Uni<A> run(NewRoom plan, Actor actor, Repeatable<Room, A> request) {
        return changes.run(work -> request.once(work, () -> create(work, plan, actor)));
    }

    private Uni<Room> create(UnitOfWork work, NewRoom plan, Actor actor) {
        var room = Room.plan(new RoomId(ids.next()), actor.requireStreamer(), plan, clock.instant());
        return rooms.add(work.session(), room)
                .chain(() -> roomChanges.tell(work, room, new RoomFact.Scheduled()))
                .replaceWith(room);
    }
}
