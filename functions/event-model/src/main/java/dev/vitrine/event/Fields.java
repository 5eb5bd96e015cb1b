package dev.vitrine.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.model.InvalidValue;
import java.util.Optional;

/// The fields of a JSON object. What nobody asks for is left alone: producers may add fields.
public final class Fields {
    private final JsonNode object;
    private final String path;

    private Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /// @throws InvalidValue when it is no object
    public static Fields of(JsonNode data) {
        return of(data, "");
    }

    static Fields of(JsonNode node, String path) {
        if (node == null || !node.isObject()) {
            throw new InvalidValue(path.isEmpty() ? "data" : path, "must be an object");
        }
        return new Fields(node, path);
    }

    /// @throws InvalidValue when it is absent or null
    public Value required(String name) {
        return optional(name).orElseThrow(() -> new InvalidValue(pathOf(name), "is required"));
    }

    /// Null is as good as absent.
    public Optional<Value> optional(String name) {
        var node = object.get(name);
        return node == null || node.isNull() ? Optional.empty() : Optional.of(new Value(node, pathOf(name)));
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
