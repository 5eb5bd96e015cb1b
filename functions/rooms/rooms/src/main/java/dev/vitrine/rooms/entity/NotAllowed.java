package dev.vitrine.rooms.entity;

import dev.vitrine.model.ProblemType;

/// The person may not do that.
public final class NotAllowed extends RoomRefusal {
    NotAllowed(String message) {
        super(ProblemType.FORBIDDEN, message);
    }
}
