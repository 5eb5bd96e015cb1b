package dev.vitrine.chat.entity;

import dev.vitrine.model.RoomId;
import dev.vitrine.model.RoomPseudonyms;

/// Names viewers, room by room.
public final class Pseudonyms {
    private final RoomPseudonyms house;

    public Pseudonyms(byte[] key) {
        this(new RoomPseudonyms(key));
    }

    public Pseudonyms(RoomPseudonyms house) {
        this.house = house;
    }

    public Viewer of(RoomId room, String subject) {
        return new Viewer(house.of(room, subject));
    }
}
