package dev.vitrine.rooms.store;

import dev.vitrine.model.RoomId;
import dev.vitrine.pipeline.ChannelRef;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.StreamKeyHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/// Single rooms. The `locked` methods hold the row until the transaction ends, so that changes of one room follow
/// each other.
@ApplicationScoped
public class Rooms {

    public Uni<Void> add(Mutiny.Session session, Room room) {
        return session.persist(room);
    }

    public Uni<Optional<Room>> find(Mutiny.Session session, RoomId id) {
        return session.find(Room.class, id.value()).map(Optional::ofNullable);
    }

    public Uni<Optional<Room>> locked(Mutiny.Session session, RoomId id) {
        return session.find(Room.class, id.value(), LockMode.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    public Uni<Optional<Room>> locked(Mutiny.Session session, ChannelRef channel) {
        return session.createQuery("from Room where channel.ref = :channel", Room.class)
                .setParameter("channel", channel.value())
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    public Uni<Optional<Room>> withKey(Mutiny.Session session, StreamKeyHash hash) {
        return session.createQuery("from Room where keyHash = :hash", Room.class)
                .setParameter("hash", hash.value())
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }
}
