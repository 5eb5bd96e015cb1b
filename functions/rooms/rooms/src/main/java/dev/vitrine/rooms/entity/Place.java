package dev.vitrine.rooms.entity;

import java.util.UUID;

/// A place in the order of the list: behind this room.
public record Place(short group, long rank, UUID id) {
    public static Place of(Room room) {
        return new Place(
                room.position().group(), room.position().rank(), room.id().value());
    }
}
