package dev.vitrine.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.migrate.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the stores need to know of the registry: schemas and queues.
record CatalogOutline(Map<String, String> schemaOfArtefact, List<Queue> queues) {

    /// One declared queue.
    record Queue(String name, int visibilitySeconds, int maxReceives) {}

    private static final int DEFAULT_VISIBILITY_SECONDS = 60;
    private static final int DEFAULT_MAX_RECEIVES = 5;

    static CatalogOutline read(Path file) {
        try {
            JsonNode root = new YAMLMapper().readTree(file.toFile());
            Map<String, String> schemas = new TreeMap<>();
            root.path("artefacts").properties().forEach(entry -> {
                if (entry.getValue().hasNonNull("schema")) {
                    schemas.put(entry.getKey(), entry.getValue().get("schema").asText());
                }
            });
            List<Queue> queues = new ArrayList<>();
            root.path("functions").forEach(function -> {
                JsonNode queue = function.path("trigger").path("queue");
                if (queue.hasNonNull("name")) {
                    queues.add(new Queue(
                            queue.get("name").asText(),
                            queue.path("visibilitySeconds").asInt(DEFAULT_VISIBILITY_SECONDS),
                            queue.path("maxReceives").asInt(DEFAULT_MAX_RECEIVES)));
                }
            });
            return new CatalogOutline(schemas, queues);
        } catch (IOException e) {
            throw new StartRefused("the registry of functions cannot be read: " + e.getMessage(), e);
        }
    }

    List<Schema> schemas(Path home) {
        return schemaOfArtefact.entrySet().stream()
                .map(entry -> Schema.of(home, entry.getKey(), entry.getValue()))
                .toList();
    }
}
