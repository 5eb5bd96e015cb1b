package dev.vitrine.ledger.store;

import dev.vitrine.ledger.entity.RoomFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;

/// What others told: rooms, and who follows whom.
@ApplicationScoped
public class Rooms {
    private final Books books;

    public Rooms(Books books) {
        this.books = books;
    }

    /// Older news than what is known changes nothing.
    public Uni<Void> tell(RoomFacts room) {
        return books.ask(
                        row -> row,
                        """
                        insert into ledger.rooms as r (id, streamer, streamer_name, title, kind, state, state_at)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        on conflict (id) do update set streamer = excluded.streamer, streamer_name = excluded.streamer_name,
                            title = excluded.title, kind = excluded.kind, state = excluded.state, state_at = excluded.state_at
                        where r.state_at < excluded.state_at
                        """,
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
        return books.ask(
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
