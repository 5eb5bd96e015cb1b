package dev.vitrine.chat.entity;

import dev.vitrine.model.RoomId;
import dev.vitrine.model.RoomPseudonyms;
import java.util.UUID;

/// Names viewers, room by room.
public final class Pseudonyms {
    private static final RoomId HOUSE = new RoomId(new UUID(0, 0));

    private final RoomPseudonyms house;

    public Pseudonyms(byte[] key) {
        this(new RoomPseudonyms(key));
    }

    public Pseudonyms(RoomPseudonyms house) {
        this.house = house;
    }

    /// Who was erased, where no room is meant.
    public Viewer ofHouse(String subject) {
        return of(HOUSE, subject);
    }

    public Viewer of(RoomId room, String subject) {
        return new Viewer(house.of(room, subject));
    }
}
