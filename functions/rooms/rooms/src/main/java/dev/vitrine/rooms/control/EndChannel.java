package dev.vitrine.rooms.control;

import dev.vitrine.pipeline.MediaProvider;
import dev.vitrine.rooms.entity.Room;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Tells the provider that a room's show is over. Never fails: the room is ended whatever the provider says, and
/// the reconciliation asks again until it has obeyed.
@ApplicationScoped
class EndChannel {
    private static final Logger LOG = Logger.getLogger(EndChannel.class);

    private final MediaProvider provider;

    EndChannel(MediaProvider provider) {
        this.provider = provider;
    }

    Uni<Void> run(Room room) {
        if (room.channel().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> provider.end(room.channel().get().ref()))
                .onFailure()
                .invoke(failure -> LOG.warnf("room %s: the channel is to be ended later: %s", room.id(), failure))
                .onFailure()
                .recoverWithNull();
    }
}
