package dev.vitrine.rooms.control;

import dev.vitrine.model.RoomId;
import dev.vitrine.platform.hibernate.Transactions;
import dev.vitrine.rooms.entity.NoSuchRoom;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.store.Rooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// One room, for everybody.
@ApplicationScoped
public class FindRoom {
    private final Transactions transactions;
    private final Rooms rooms;

    FindRoom(Transactions transactions, Rooms rooms) {
        this.transactions = transactions;
        this.rooms = rooms;
    }

    /// @return fails with `NoSuchRoom`
    public Uni<Room> run(RoomId id) {
        return transactions
                .read(session -> rooms.find(session, id))
                .map(found -> found.orElseThrow(() -> new NoSuchRoom(id)));
    }
}
