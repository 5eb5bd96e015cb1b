package dev.vitrine.chat.entity;

import java.util.Objects;

/// Who wants to keep order, as the token says.
public record Actor(String subject, String name, boolean operator, boolean auditor) {
    public Actor {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(name, "name");
    }

    /// What they are in a room.
    public Role in(RoomRecord room, boolean appointed) {
        return new Person(subject, name, operator).in(room.streamer(), appointed);
    }
}
