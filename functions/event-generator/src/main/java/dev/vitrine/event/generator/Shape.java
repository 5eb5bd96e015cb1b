package dev.vitrine.event.generator;

import java.util.List;
import java.util.Optional;

/// What a value may be.
sealed interface Shape {
    /// @param form a regular expression for the whole text
    /// @param known values that are there today; others may come with any version
    record Text(long shortest, long longest, Optional<String> form, List<String> known) implements Shape {}

    /// One of these and never another.
    record Choice(String name, List<String> values) implements Shape {}

    /// Text that has a form and a class of its own.
    record Formed(Form form) implements Shape {}

    record Whole(boolean small, long least, long most) implements Shape {}

    record Flag() implements Shape {}

    /// @param optional an absent one reads as empty; written it is always
    record Many(Shape element, long fewest, long most, boolean optional) implements Shape {}

    /// @param name of the record in Java
    record Group(String name, List<Field> fields) implements Shape {}

    enum Form {
        UUID("UUID", "uuid", "java.util.UUID"),
        INSTANT("Instant", "instant", "java.time.Instant"),
        DATE("LocalDate", "date", "java.time.LocalDate"),
        URI("URI", "uri", "java.net.URI"),
        ROOM("RoomId", "roomId", "dev.vitrine.model.RoomId"),
        CURRENCY("Currency", "currency", "dev.vitrine.model.Currency");

        final String javaName;
        final String accessor;
        final String javaImport;

        Form(String javaName, String accessor, String javaImport) {
            this.javaName = javaName;
            this.accessor = accessor;
            this.javaImport = javaImport;
        }
    }
}
