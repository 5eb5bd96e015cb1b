package dev.vitrine.chat.entity;

import java.util.Objects;

/// Who is signed in on a socket, as the token says.
///
/// @param operator whether they keep order in every room
public record Person(String subject, String name, boolean operator) {
    public Person {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(name, "name");
    }

    /// What they are in a room.
    public Role in(String streamer, boolean appointed) {
        if (operator) {
            return Role.OPERATOR;
        }
        if (subject.equals(streamer)) {
            return Role.STREAMER;
        }
        return appointed ? Role.MODERATOR : Role.VIEWER;
    }
}
