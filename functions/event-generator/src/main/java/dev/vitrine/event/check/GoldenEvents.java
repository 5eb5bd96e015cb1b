package dev.vitrine.event.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.event.EventData;
import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What holds for the record of every schema: its examples are the golden events.
public final class GoldenEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SchemaOfData schema;
    private final EventType type;
    private final Function<JsonNode, ? extends EventData> reading;

    private GoldenEvents(SchemaOfData schema, EventType type, Function<JsonNode, ? extends EventData> reading) {
        this.schema = schema;
        this.type = type;
        this.reading = reading;
    }

    public static GoldenEvents of(Path file, EventType type, Function<JsonNode, ? extends EventData> reading) {
        return new GoldenEvents(SchemaOfData.read(file), type, reading);
    }

    /// The same names, values and order; and what the record writes is what the schema says.
    public void examplesComeOutAsTheyWentIn() {
        same(schema.type(), type.value());
        for (var example : schema.examples()) {
            same(List.of(), schema.faults(example));
            var event = reading.apply(example);
            same(type, event.type());
            same(example.toString(), event.json().toString());
            same(event, reading.apply(parsed(event.json().toString())));
        }
    }

    public void fieldsThatAreNotKnownAreLeftAlone() {
        for (var example : schema.examples()) {
            ObjectNode more = example.deepCopy();
            more.put("addedByAnotherVersion", 1);
            same(List.of(), schema.faults(more));
            same(reading.apply(example), reading.apply(more));
        }
    }

    /// Each field is left out, and takes values that are wrong for most: whatever the schema refuses the constructor
    /// refuses, and takes what the schema takes.
    public void recordAndSchemaRefuseTheSame() {
        for (var example : schema.examples()) {
            for (var field : schema.properties().properties()) {
                for (var wrong : changed(example, field.getKey(), field.getValue())) {
                    agreeOn(wrong);
                }
            }
        }
        agreeOn(NODES.arrayNode());
    }

    private void agreeOn(JsonNode data) {
        var faults = schema.faults(data);
        if (faults.isEmpty() != taken(data)) {
            throw new AssertionError(
                    "the schema says " + (faults.isEmpty() ? "yes" : faults) + ", its record does not, of " + data);
        }
    }

    private boolean taken(JsonNode data) {
        try {
            reading.apply(data);
            return true;
        } catch (InvalidValue refused) {
            return false;
        }
    }

    private static List<JsonNode> changed(JsonNode example, String field, JsonNode schema) {
        var changed = new ArrayList<JsonNode>();
        ObjectNode without = example.deepCopy();
        without.remove(field);
        changed.add(without);
        for (var value : values(schema)) {
            ObjectNode other = example.deepCopy();
            changed.add(other.set(field, value));
        }
        return changed;
    }

    private static List<JsonNode> values(JsonNode schema) {
        var values = new ArrayList<JsonNode>(List.of(
                NODES.textNode(""),
                NODES.textNode("?"),
                NODES.booleanNode(true),
                NODES.numberNode(1.5),
                NODES.objectNode(),
                NODES.arrayNode().add(NODES.objectNode())));
        for (var bound : List.of("maxLength", "minLength")) {
            var length = schema.path(bound).asInt(1);
            values.add(NODES.textNode("🎁".repeat(length)));
            values.add(NODES.textNode("a".repeat(length + 1)));
        }
        for (var bound : List.of("minimum", "maximum")) {
            var number = schema.path(bound).asLong(0);
            values.add(NODES.numberNode(number));
            values.add(NODES.numberNode(number > Long.MIN_VALUE ? number - 1 : number));
            values.add(NODES.numberNode(number < Long.MAX_VALUE ? number + 1 : number));
        }
        return values;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + "\nbut was  " + actual);
        }
    }
}
