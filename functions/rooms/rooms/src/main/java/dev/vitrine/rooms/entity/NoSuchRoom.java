package dev.vitrine.rooms.entity;

import dev.vitrine.model.ProblemType;
import dev.vitrine.model.RoomId;

/// No room has that id.
public final class NoSuchRoom extends RoomRefusal {
    public NoSuchRoom(RoomId id) {
        super(ProblemType.NOT_FOUND, "There is no room " + id + ".");
    }
}
