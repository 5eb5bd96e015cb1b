package dev.vitrine.rooms.entity;

/// The person may not do that.
public final class NotAllowed extends RoomRefusal {
    NotAllowed(String message) {
        super(message);
    }
}
