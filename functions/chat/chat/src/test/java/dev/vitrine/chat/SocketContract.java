package dev.vitrine.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Holds what is sent against the schemas of `contract/asyncapi.yaml`.
public final class SocketContract {
    private static final Path FILE = Path.of("../contract/asyncapi.yaml");
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private SocketContract() {}

    public static void holds(String schema, JsonNode json) {
        var problems = SCHEMAS.computeIfAbsent(schema, SocketContract::load).validate(json);
        assertEquals(Set.of(), problems, () -> schema + " " + json);
    }

    private static JsonSchema load(String schema) {
        try {
            var contract = (ObjectNode) new YAMLMapper().readTree(Files.readString(FILE));
            contract.put("$ref", "#/components/schemas/" + schema);
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(contract);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
