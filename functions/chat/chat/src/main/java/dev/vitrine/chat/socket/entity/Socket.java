package dev.vitrine.chat.socket.entity;

import dev.vitrine.chat.entity.Person;
import dev.vitrine.model.RoomId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One open connection.
///
/// @param connection the gateway's name for it
/// @param person empty for a guest
/// @param room where it has joined
/// @param until when the token ends: from then on the socket reads as a guest
public record Socket(String connection, Optional<Person> person, Optional<RoomId> room, Instant until) {
    public Socket {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(room, "room");
        Objects.requireNonNull(until, "until");
    }

    /// Who speaks at this moment.
    public Optional<Person> person(Instant now) {
        return now.isBefore(until) ? person : Optional.empty();
    }

    public Socket in(RoomId joined) {
        return new Socket(connection, person, Optional.of(joined), until);
    }
}
