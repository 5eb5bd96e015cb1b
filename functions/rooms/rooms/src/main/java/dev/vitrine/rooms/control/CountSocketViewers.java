package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.rooms.store.Rooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Takes over how many sockets the talk of a room has. Late and repeated counts change nothing; a room that is
/// not known has no viewers to show.
@ApplicationScoped
public class CountSocketViewers {
    private final Changes changes;
    private final Rooms rooms;

    CountSocketViewers(Changes changes, Rooms rooms) {
        this.changes = changes;
        this.rooms = rooms;
    }

    public Uni<Void> run(RoomId id, int connected, Instant at) {
        return changes.run(work -> rooms.locked(work.session(), id)
                .invoke(found -> found.ifPresent(room -> room.countSocketViewers(connected, at)))
                .replaceWithVoid());
    }
}
