package dev.vitrine.rooms.entity;

/// What a room's rules refuse. The message may be shown to the caller.
public abstract sealed class RoomRefusal extends RuntimeException permits IllegalMove, NotAllowed, NoSuchRoom {
    RoomRefusal(String message) {
        super(message);
    }
}
