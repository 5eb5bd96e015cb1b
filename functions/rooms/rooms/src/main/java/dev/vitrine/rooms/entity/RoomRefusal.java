package dev.vitrine.rooms.entity;

import dev.vitrine.model.ProblemType;
import dev.vitrine.model.Refusal;

/// What a room's rules refuse.
public abstract sealed class RoomRefusal extends Refusal permits IllegalMove, NotAllowed, NoSuchRoom {
    RoomRefusal(ProblemType type, String message) {
        super(type, message);
    }
}
