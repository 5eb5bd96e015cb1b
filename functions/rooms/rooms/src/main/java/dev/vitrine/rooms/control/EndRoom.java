package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.platform.hibernate.UnitOfWork;
import dev.vitrine.platform.sql.Repeatable;
import dev.vitrine.rooms.entity.Actor;
import dev.vitrine.rooms.entity.Move;
import dev.vitrine.rooms.entity.Room;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// Ends a show: the room at once, its channel after the commit.
@ApplicationScoped
public class EndRoom {
    private final Changes changes;
    private final RoomChanges roomChanges;
    private final EndChannel endChannel;
    private final InstantSource clock;

    EndRoom(Changes changes, RoomChanges roomChanges, EndChannel endChannel, InstantSource clock) {
        this.changes = changes;
        this.roomChanges = roomChanges;
        this.endChannel = endChannel;
        this.clock = clock;
    }

    public <A> Uni<A> run(RoomId id, Actor actor, Repeatable<Room, A> request) {
        return Uni.createFrom().deferred(() -> {
            var ended = new AtomicReference<Room>();
            return changes.run(work ->
                            request.once(work, () -> end(work, id, actor).invoke(ended::set)))
                    .call(() -> ended.get() == null ? Uni.createFrom().voidItem() : endChannel.run(ended.get()));
        });
    }

    private Uni<Room> end(UnitOfWork work, RoomId id, Actor actor) {
        return roomChanges
                .held(work, id, actor)
                .chain(room -> roomChanges.move(work, room, new Move.End(clock.instant())));
    }
}
