package dev.vitrine.event.generator;

import dev.vitrine.model.EventType;
import java.nio.file.Path;
import java.util.Optional;

/// One type of event in one version.
///
/// @param subject what the envelope's `subject` is
public record EventSchema(
        Path file, EventType type, String description, String subject, Optional<Showing> room, Shape.Group data) {

    /// Of the record that is made of it.
    public String javaName() {
        return data.name();
    }
}
