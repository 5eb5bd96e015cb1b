package dev.vitrine.chat.entity;

import java.util.Objects;
import java.util.Optional;

/// Whom an item is for.
public sealed interface Hearers {
    Hearers EVERYBODY = new Everybody();
    Hearers MODERATORS = new Moderators();

    record Everybody() implements Hearers {}

    /// Who keeps order in the room.
    record Moderators() implements Hearers {}

    record One(String subject) implements Hearers {
        public One {
            Objects.requireNonNull(subject, "subject");
        }
    }

    /// @param subject empty for a guest
    default boolean include(Optional<String> subject, Role role) {
        return switch (this) {
            case Everybody() -> true;
            case Moderators() -> role.moderates();
            case One(var one) -> subject.filter(one::equals).isPresent();
        };
    }

    default boolean everybody() {
        return this instanceof Everybody;
    }
}
