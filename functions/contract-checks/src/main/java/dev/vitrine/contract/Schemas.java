package dev.vitrine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Walks a schema and all that it is made of, each once.
final class Schemas {
    private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf", "allOf", "prefixItems");
    private static final List<String> PARTS = List.of("items", "additionalProperties", "then", "else", "if");

    private final Set<Seen> seen = new HashSet<>();
    private final BiConsumer<String, Place> look;

    private record Seen(URI file, JsonNode schema) {}

    /// @param look told the way to each schema, and the schema
    Schemas(BiConsumer<String, Place> look) {
        this.look = look;
    }

    void walk(String way, Place schema) {
        if (!schema.node().isObject() || !seen.add(new Seen(schema.file(), schema.node()))) {
            return;
        }
        look.accept(way, schema);
        schema.members("properties").forEach((name, property) -> walk(way + "." + name, property));
        schema.members("patternProperties").forEach((_, property) -> walk(way + ".*", property));
        PARTS.forEach(part -> walk(way + (part.equals("items") ? "[]" : ""), schema.at(part)));
        ALTERNATIVES.forEach(each -> schema.elements(each).forEach(alternative -> walk(way, alternative)));
    }
}
