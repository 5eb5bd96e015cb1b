package dev.vitrine.rooms.entity;

import dev.vitrine.model.RoomId;

/// No room has that id.
public final class NoSuchRoom extends RoomRefusal {
    public NoSuchRoom(RoomId id) {
        super("There is no room " + id + ".");
    }
}
