package dev.vitrine.rooms.control;

import dev.vitrine.pipeline.Channel;
import dev.vitrine.pipeline.ChannelRef;
import dev.vitrine.platform.hibernate.Transactions;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.entity.StreamKeyHash;
import dev.vitrine.rooms.store.Rooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Says whether whoever holds a stream key may push now, and into which channel.
@ApplicationScoped
public class AuthorizePublish {
    private final Transactions transactions;
    private final Rooms rooms;

    AuthorizePublish(Transactions transactions, Rooms rooms) {
        this.transactions = transactions;
        this.rooms = rooms;
    }

    public Uni<Decision> run(StreamKeyHash hash) {
        return transactions.read(session -> rooms.withKey(session, hash)).map(AuthorizePublish::decide);
    }

    private static Decision decide(Optional<Room> found) {
        return found.<Decision>map(room -> room.channel()
                        .filter(channel -> room.takesPushes())
                        .map(Channel::ref)
                        .<Decision>map(Accepted::new)
                        .orElseGet(RoomNotOpen::new))
                .orElseGet(UnknownKey::new);
    }

    /// What the ingest is told.
    public sealed interface Decision {}

    public record Accepted(ChannelRef channel) implements Decision {}

    public record UnknownKey() implements Decision {}

    public record RoomNotOpen() implements Decision {}
}
