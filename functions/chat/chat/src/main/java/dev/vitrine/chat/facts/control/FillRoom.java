package dev.vitrine.chat.facts.control;

import dev.vitrine.chat.facts.store.RoomFacts;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Fills what Redis has lost or never had of a room.
@ApplicationScoped
class FillRoom implements RoomFill {
    private final Database database;
    private final RoomFacts facts;
    private final InstantSource clock;

    FillRoom(Database database, RoomFacts facts, InstantSource clock) {
        this.database = database;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> fill(RoomId room) {
        return database.transaction(sql -> facts.fill(sql, room, clock.instant()));
    }
}
