package dev.vitrine.rooms.control;

import dev.vitrine.media.event.ReplayRendered;
import dev.vitrine.pipeline.ChannelRef;
import dev.vitrine.platform.hibernate.Changes;
import dev.vitrine.rooms.entity.Move;
import dev.vitrine.rooms.entity.Replay;
import dev.vitrine.rooms.store.Rooms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Opens the replay of a show that was rendered. Opening the same one again changes nothing.
@ApplicationScoped
public class OpenReplay {
    private static final Logger LOG = Logger.getLogger(OpenReplay.class);

    private final Changes changes;
    private final RoomChanges roomChanges;
    private final Rooms rooms;

    OpenReplay(Changes changes, RoomChanges roomChanges, Rooms rooms) {
        this.changes = changes;
        this.roomChanges = roomChanges;
        this.rooms = rooms;
    }

    /// @return fails with `IllegalMove` when the room has not ended yet: the queue brings the event again
    public Uni<Void> run(ReplayRendered rendered) {
        var move = new Move.OpenReplay(
                new Replay(rendered.hlsKey(), rendered.dashKey(), rendered.mp4Key(), rendered.durationMillis()));
        return changes.run(work -> rooms.locked(work.session(), new ChannelRef(rendered.channel()))
                .chain(found -> {
                    if (found.isEmpty()) {
                        LOG.warnf("no room has channel %s; its replay is dropped", rendered.channel());
                        return Uni.createFrom().voidItem();
                    }
                    return roomChanges.move(work, found.get(), move).replaceWithVoid();
                }));
    }
}
