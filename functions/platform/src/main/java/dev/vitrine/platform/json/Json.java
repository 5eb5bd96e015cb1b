package dev.vitrine.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vitrine.model.InvalidValue;

/// The one JSON mapper. Its own, not the framework's: what the contract promises must not change with a setting.
///
/// Reading refuses duplicate names and anything behind the document. Writing gives instants as text.
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// @param value a tree, or a record; records that a native executable writes are registered for reflection
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), defect);
        }
    }

    /// @throws InvalidValue (field `body`) when the text is not one JSON object
    public static JsonNode read(String text) {
        try {
            var tree = MAPPER.readTree(text);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException malformed) {
            var place = malformed.getLocation();
            var where = place == null ? "" : ", line " + place.getLineNr() + " column " + place.getColumnNr();
            throw new InvalidValue("body", "must be well-formed JSON" + where, malformed);
        }
        throw new InvalidValue("body", "must be a JSON object");
    }
}
