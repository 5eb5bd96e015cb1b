package dev.vitrine.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Files that references lead to, each read once.
final class Documents {
    private final Map<URI, JsonNode> read = new HashMap<>();

    Place open(Path file) {
        return new Place(this, file.toUri(), root(file.toUri()), "");
    }

    JsonNode root(URI file) {
        return read.computeIfAbsent(file, Documents::parsed);
    }

    private static JsonNode parsed(URI file) {
        try {
            return new YAMLMapper().readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
