package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.rooms.entity.Actor;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomEdit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/// Changes what viewers read about a room.
@ApplicationScoped
public class UpdateRoom {
    private final Changes changes;
    private final RoomChanges roomChanges;

    UpdateRoom(Changes changes, RoomChanges roomChanges) {
        this.changes = changes;
        this.roomChanges = roomChanges;
    }

    /// @param seen refuses by an exception when the room is not as the caller saw it
    public Uni<Room> run(RoomId id, RoomEdit edit, Actor actor, Consumer<Room> seen) {
        return changes.run(
                work -> roomChanges.held(work, id, actor).invoke(seen).invoke(room -> room.edit(edit, actor)));
    }
}
