package dev.vitrine.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.StorableText;
import java.util.TreeMap;

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

    /// Something from outside: what no store can hold does not come in.
    ///
    /// @throws InvalidValue (field `body`) when the text is not one JSON object, or holds what no store can
    public static JsonNode readStorable(String text) {
        return storable(text, read(text));
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

    /// The same value as the same text, however it was written: fields in one order, numbers in one form, no blanks.
    public static String canonical(JsonNode value) {
        var text = new StringBuilder();
        canonical(value, text);
        return text.toString();
    }

    private static void canonical(JsonNode value, StringBuilder text) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                var fields = new TreeMap<String, JsonNode>();
                value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
                text.append('{');
                fields.forEach((name, field) -> {
                    text.append(TextNode.valueOf(name)).append(':');
                    canonical(field, text);
                    text.append(',');
                });
                text.append('}');
            }
            case ARRAY -> {
                text.append('[');
                value.forEach(element -> {
                    canonical(element, text);
                    text.append(',');
                });
                text.append(']');
            }
            case NUMBER -> text.append(value.decimalValue().stripTrailingZeros());
            default -> text.append(value);
        }
    }

    /// Only an escape can bring in what is looked for: most documents have none and are not walked.
    private static JsonNode storable(String text, JsonNode tree) {
        if (!StorableText.is(text) || text.contains("\\u") && !isStorable(tree)) {
            throw new InvalidValue("body", StorableText.ALLOWED);
        }
        return tree;
    }

    private static boolean isStorable(JsonNode node) {
        if (node.isTextual()) {
            return StorableText.is(node.textValue());
        }
        for (var field : node.properties()) {
            if (!StorableText.is(field.getKey())) {
                return false;
            }
        }
        for (var child : node) {
            if (!isStorable(child)) {
                return false;
            }
        }
        return true;
    }
}
