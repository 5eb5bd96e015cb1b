package dev.vitrine.ledger.news.store;

import dev.vitrine.ledger.news.entity.RoomFacts;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What others told: rooms, who follows whom, who may not talk.
@ApplicationScoped
public class Rooms {
    private static final String BELONGS_TO_ANOTHER = "LG030";

    private final Database database;

    public Rooms(Database database) {
        this.database = database;
    }

    /// Older news than what is known changes nothing. For whom a room earns is what was heard first.
    ///
    /// Fails with [InvalidValue] for what names another.
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
                .onFailure(Rooms::isAnothers)
                .transform(refused -> new InvalidValue(
                        "streamerId", "must be who room " + room.id() + " was first heard of with", refused))
                .replaceWithVoid();
    }

    /// @param until the end of a mute; a ban and a lifted sanction have none
    public Uni<Void> sanction(RoomId room, String viewer, String state, Optional<Instant> until, Instant at) {
        return database.statements()
                .all(row -> row, """
                        select ledger.take_sanction($1, $2, case $3 when 'BANNED' then 'infinity'::timestamptz
                            when 'LIFTED' then '-infinity'::timestamptz else $4::timestamptz end, $5)
                        """, room.value(), viewer, state, until.orElse(null), at)
                .replaceWithVoid();
    }

    private static boolean isAnothers(Throwable failure) {
        return failure instanceof PgException refused && refused.getSqlState().equals(BELONGS_TO_ANOTHER);
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
