package dev.vitrine.ledger.news.control;

import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.news.entity.RoomFacts;
import dev.vitrine.ledger.news.store.Rooms;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Takes what others tell of rooms, followers and sanctions; older news changes nothing.
@ApplicationScoped
public class TakeNews {
    private static final Logger LOG = Logger.getLogger(TakeNews.class);

    private final Rooms rooms;
    private final LedgerConfig config;

    public TakeNews(Rooms rooms, LedgerConfig config) {
        this.rooms = rooms;
        this.config = config;
    }

    /// What names another streamer than the room was first heard of with is refused: whoever runs
    /// this has an alarm on it, and the dead-letter queue keeps and counts what was told.
    public Uni<Void> room(RoomFacts room) {
        return rooms.take(room)
                .onFailure(InvalidValue.class)
                .invoke(() -> LOG.errorf("room %s is told to be %s's, which it is not", room.id(), room.streamer()));
    }

    public Uni<Void> sanction(RoomId room, String viewer, String state, Optional<Instant> until, Instant at) {
        return rooms.sanction(room, viewer, state, until, at);
    }

    public Uni<Void> follows(String streamer, String follower, boolean follows, Instant at) {
        return rooms.follows(streamer, follower, follows, at, config.zone());
    }
}
