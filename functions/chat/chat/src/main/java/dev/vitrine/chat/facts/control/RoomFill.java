package dev.vitrine.chat.facts.control;

import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;

/// Port to what lasts: makes what Redis holds of a room.
public interface RoomFill {

    /// @return false when there is no such room
    Uni<Boolean> fill(RoomId room);
}
