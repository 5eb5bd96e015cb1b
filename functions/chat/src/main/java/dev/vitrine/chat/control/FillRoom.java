package dev.vitrine.chat.control;

import dev.vitrine.chat.store.HotFacts;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Fills what Redis has lost or never had of a room.
@ApplicationScoped
class FillRoom implements RoomFill {
    private final HotFacts facts;
    private final InstantSource clock;

    FillRoom(HotFacts facts, InstantSource clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> fill(RoomId room) {
        return facts.fill(room, clock.instant());
    }
}
