package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.rooms.entity.Actor;
import dev.vitrine.rooms.entity.Move;
import dev.vitrine.rooms.entity.Room;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.function.Consumer;

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

    /// @param seen refuses by an exception when the room is not as the caller saw it
    public Uni<Room> run(RoomId id, Actor actor, Consumer<Room> seen) {
        return changes.run(work -> roomChanges
                .held(work, id, actor)
                .invoke(seen)
                .chain(room -> roomChanges.move(work, room, new Move.Cancel(clock.instant()))));
    }
}
