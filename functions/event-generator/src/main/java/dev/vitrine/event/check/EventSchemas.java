package dev.vitrine.event.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.event.generator.SchemaReader;
import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The schemas of all capabilities of a house: whole events are held against them.
public final class EventSchemas {
    private final Map<String, SchemaOfData> schemas = new TreeMap<>();

    private EventSchemas() {}

    /// @param functions the folder of all capabilities; their schemas are below `<capability>/events/src/main/events`
    public static EventSchemas below(Path functions) {
        var all = new EventSchemas();
        try (var capabilities = Files.list(functions)) {
            capabilities
                    .flatMap(capability -> SchemaReader.files(capability.resolve("events/src/main/events")).stream())
                    .map(SchemaOfData::read)
                    .forEach(all::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private void add(SchemaOfData schema) {
        if (schemas.put(schema.type(), schema) != null) {
            throw new AssertionError(schema.type() + " has two schemas");
        }
    }

    public Set<String> types() {
        return Set.copyOf(schemas.keySet());
    }

    /// What is wrong with a message: its envelope, a type that nobody declares, or its data. Empty when it is an event.
    public List<String> faults(JsonNode message) {
        var faults = new ArrayList<String>();
        for (var name : List.of("specversion", "id", "type", "source", "subject", "time", "datacontenttype")) {
            if (!message.path(name).isTextual()) {
                faults.add(name + ": is required and must be a string");
            }
        }
        if (faults.isEmpty()) {
            envelope(message, faults);
        }
        var schema = schemas.get(message.path("type").asText());
        if (schema == null) {
            faults.add("type: no capability declares " + message.path("type"));
        } else {
            faults.addAll(schema.faults(message.path("data")));
        }
        return faults;
    }

    private static void envelope(JsonNode message, List<String> faults) {
        if (!message.path("specversion").textValue().equals("1.0")) {
            faults.add("specversion: must be 1.0");
        }
        if (!message.path("datacontenttype").textValue().equals("application/json")) {
            faults.add("datacontenttype: must be application/json");
        }
        try {
            var _ = UUID.fromString(message.path("id").textValue());
            var _ = Instant.parse(message.path("time").textValue());
            var _ = new EventType(message.path("type").textValue());
        } catch (IllegalArgumentException | DateTimeException | InvalidValue malformed) {
            faults.add("envelope: " + malformed.getMessage());
        }
    }
}
