package dev.vitrine.chat.socket.control;

import dev.vitrine.chat.socket.entity.Socket;
import dev.vitrine.chat.socket.store.RoomDoor;
import dev.vitrine.chat.socket.store.Sockets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/// Who is there: sockets that open, give signs of life, and close.
@ApplicationScoped
public class Presence {
    private final Sockets sockets;
    private final RoomDoor door;
    private final InstantSource clock;

    Presence(Sockets sockets, RoomDoor door, InstantSource clock) {
        this.sockets = sockets;
        this.door = door;
        this.clock = clock;
    }

    public Uni<Void> open(Socket socket) {
        return sockets.open(socket);
    }

    public Uni<Optional<Socket>> find(String connection) {
        return sockets.find(connection);
    }

    /// @return how many are in the socket's room; none if it is in no room
    public Uni<Integer> ping(Socket socket) {
        return socket.room()
                .map(room -> door.stay(room, socket.connection(), clock.instant()))
                .orElseGet(() -> Uni.createFrom().item(0));
    }

    /// Twice is as once.
    public Uni<Void> close(String connection) {
        return sockets.find(connection)
                .chain(found -> found.flatMap(Socket::room)
                        .map(room -> door.go(room, connection))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> sockets.close(connection));
    }
}
