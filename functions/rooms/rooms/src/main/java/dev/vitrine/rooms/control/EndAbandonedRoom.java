package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.platform.hibernate.UnitOfWork;
import dev.vitrine.rooms.entity.Move;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.RoomState;
import dev.vitrine.rooms.store.Rooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Ends a show whose stream stayed away: the room's own event has come back after the wait, and the room is still
/// interrupted since that very moment. A room that went on, or was interrupted again later, is left alone.
@ApplicationScoped
public class EndAbandonedRoom {
    private final Changes changes;
    private final RoomChanges roomChanges;
    private final Rooms rooms;
    private final EndChannel endChannel;
    private final InstantSource clock;

    EndAbandonedRoom(
            Changes changes, RoomChanges roomChanges, Rooms rooms, EndChannel endChannel, InstantSource clock) {
        this.changes = changes;
        this.roomChanges = roomChanges;
        this.rooms = rooms;
        this.endChannel = endChannel;
        this.clock = clock;
    }

    public Uni<Void> run(RoomId id, Instant interruptedSince) {
        return changes.run(work -> rooms.locked(work.session(), id)
                        .chain(found -> end(work, found.filter(room -> isStill(room, interruptedSince)))))
                .chain(ended -> ended.isEmpty() ? Uni.createFrom().voidItem() : endChannel.run(ended.get()));
    }

    private Uni<Optional<Room>> end(UnitOfWork work, Optional<Room> abandoned) {
        return abandoned.isEmpty()
                ? Uni.createFrom().item(abandoned)
                : roomChanges
                        .move(work, abandoned.get(), new Move.End(clock.instant()))
                        .map(Optional::of);
    }

    private static boolean isStill(Room room, Instant interruptedSince) {
        return room.state() instanceof RoomState.Interrupted interrupted
                && interrupted.since().equals(interruptedSince);
    }
}
