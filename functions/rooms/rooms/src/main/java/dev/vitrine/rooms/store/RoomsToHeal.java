package dev.vitrine.rooms.store;

import dev.vitrine.model.RoomId;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.StateName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/// The rooms that a reconciliation looks at.
@ApplicationScoped
public class RoomsToHeal {

    /// Rooms that can be on air, longest in their state first.
    public Uni<List<RoomId>> open(Mutiny.Session session, int limit) {
        return session.createQuery("from Room where state.name in :names order by state.since nulls last", Room.class)
                .setParameter("names", Set.of(StateName.READY, StateName.LIVE, StateName.INTERRUPTED))
                .setMaxResults(limit)
                .getResultList()
                .map(RoomsToHeal::ids);
    }

    /// Ended rooms whose replay has not come, ended between two moments.
    public Uni<List<Room>> withoutReplay(Mutiny.Session session, Instant from, Instant until, int limit) {
        return session.createQuery(
                        "from Room where state.name = :ended and endedAt between :from and :until order by endedAt",
                        Room.class)
                .setParameter("ended", StateName.ENDED)
                .setParameter("from", from)
                .setParameter("until", until)
                .setMaxResults(limit)
                .getResultList();
    }

    private static List<RoomId> ids(List<Room> rooms) {
        return rooms.stream().map(Room::id).toList();
    }
}
