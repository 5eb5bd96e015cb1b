package dev.vitrine.ledger.news.store;

import dev.vitrine.ledger.news.entity.RoomFacts;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;

/// What others told: rooms, and who follows whom.
@ApplicationScoped
public class Rooms {
    private final Database database;

    public Rooms(Database database) {
        this.database = database;
    }

    /// Older news than what is known changes nothing.
    public Uni<Void> take(RoomFacts room) {
        return database.statements()
                .all(
                        row -> row,
                        "select ledger.take_room($1, $2, $3, $4, $5, $6, $7)",
                        room.id().value(),
                        room.streamer(),
                        room.streamerName(),
                        room.title(),
                        room.kind(),
                        room.state(),
                        room.at())
                .replaceWithVoid();
    }

    public Uni<Void> follows(String streamer, String follower, boolean follows, Instant at, ZoneId zone) {
        return database.statements()
                .all(
                        row -> row,
                        "select ledger.take_follower($1, $2, $3, $4, $5)",
                        streamer,
                        follower,
                        follows,
                        at,
                        zone.getId())
                .replaceWithVoid();
    }
}
