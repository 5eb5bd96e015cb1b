package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.rooms.entity.Actor;
import dev.vitrine.rooms.entity.Move;
import dev.vitrine.rooms.entity.Room;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Calls off a show that has not been live.
@ApplicationScoped
public class CancelRoom {
    private final Changes changes;
    private final RoomChanges roomChanges;
    private final InstantSource clock;

    CancelRoom(Changes changes, RoomChanges roomChanges, InstantSource clock) {
        this.changes = changes;
        this.roomChanges = roomChanges;
        this.clock = clock;
    }

    public Uni<Room> run(RoomId id, Actor actor) {
        return changes.run(work -> roomChanges
                .held(work, id, actor)
                .chain(room -> roomChanges.move(work, room, new Move.Cancel(clock.instant()))));
    }
}
