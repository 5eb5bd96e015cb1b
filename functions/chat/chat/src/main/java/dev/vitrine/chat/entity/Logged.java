package dev.vitrine.chat.entity;

import java.util.Objects;
import java.util.Optional;

/// An entry of a room's log.
///
/// @param subject who said it, or alone hears it; never shown to readers
public record Logged(Numbered numbered, Optional<String> subject) {
    public Logged {
        Objects.requireNonNull(numbered, "numbered");
        Objects.requireNonNull(subject, "subject");
    }

    public long seq() {
        return numbered.seq();
    }
}
