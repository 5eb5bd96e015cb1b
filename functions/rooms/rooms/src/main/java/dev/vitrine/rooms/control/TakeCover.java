package dev.vitrine.rooms.control;

import dev.vitrine.pipeline.MediaProvider;
import dev.vitrine.platform.hibernate.Transactions;
import dev.vitrine.rooms.entity.Room;
import dev.vitrine.rooms.store.Rooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jboss.logging.Logger;

/// Gives a live room that has no cover a picture of its stream. Never fails: a show goes on without a cover, and
/// the reconciliation tries again.
@ApplicationScoped
class TakeCover {
    private static final Logger LOG = Logger.getLogger(TakeCover.class);

    private final MediaProvider provider;
    private final Transactions transactions;
    private final Rooms rooms;

    TakeCover(MediaProvider provider, Transactions transactions, Rooms rooms) {
        this.provider = provider;
        this.transactions = transactions;
        this.rooms = rooms;
    }

    Uni<Void> run(Room room) {
        if (room.coverUrl().isPresent() || room.channel().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> provider.snapshot(room.channel().get().ref()))
                .chain(picture -> keep(room, picture))
                .onFailure()
                .invoke(failure -> LOG.warnf("room %s stays without a cover for now: %s", room.id(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> keep(Room room, URI picture) {
        return transactions.run(session -> rooms.locked(session, room.id())
                .invoke(found -> found.ifPresent(held -> held.coverIfNone(picture)))
                .replaceWithVoid());
    }
}
