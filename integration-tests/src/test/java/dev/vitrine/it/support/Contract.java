package dev.vitrine.it.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.oas.OpenApi31;
import dev.vitrine.it.support.Api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// An OpenAPI document that answers are held against: status, content type, body.
public final class Contract {
    private final JsonNode document;
    private final String location;
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonNode> operations = new HashMap<>();
    private final Map<String, String> pointers = new HashMap<>();
    private final Set<String> seen = new TreeSet<>();

    private Contract(JsonNode document, Path file) {
        this.document = document;
        this.location = file.toUri().toString();
        this.schemas = JsonSchemaFactory.builder()
                .metaSchema(OpenApi31.getInstance())
                .defaultMetaSchemaIri(OpenApi31.getInstance().getIri())
                .build();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var id = method.getValue().path("operationId").asText();
                    if (!id.isEmpty()) {
                        operations.put(id, method.getValue());
                        pointers.put(
                                id,
                                "/paths/" + path.getKey().replace("~", "~0").replace("/", "~1") + "/"
                                        + method.getKey());
                    }
                }));
    }

    public static Contract read(Path file) {
        try {
            return new Contract(new YAMLMapper().readTree(file.toFile()), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> operations() {
        return new TreeSet<>(operations.keySet());
    }

    public synchronized Set<String> operationsSeen() {
        return seen;
    }

    /// @throws AssertionError when the operation may not answer so
    public synchronized Answer check(String operationId, Answer answer) {
        seen.add(operationId);
        var responses = operations.get(operationId).path("responses");
        var response = responses.path("" + answer.status());
        if (response.isMissingNode()) {
            throw new AssertionError(operationId + " may not answer " + answer.status() + ": " + answer.text());
        }
        var pointer = pointers.get(operationId) + "/responses/" + answer.status();
        if (response.has("$ref")) {
            pointer = response.path("$ref").asText().substring(1);
            response = document.at(pointer);
        }
        if (response.has("content")) {
            checkBody(operationId, answer, response.path("content"), pointer + "/content");
        }
        return answer;
    }

    private void checkBody(String operationId, Answer answer, JsonNode content, String pointer) {
        var type = answer.header("content-type").split(";")[0].trim();
        if (!content.has(type)) {
            throw new AssertionError(operationId + " " + answer.status() + " has content type '" + type + "'");
        }
        if (!type.endsWith("json")) {
            return; // a form that a schema says nothing about
        }
        var schema = schemas.getSchema(
                SchemaLocation.of(location + "#" + pointer + "/" + type.replace("/", "~1") + "/schema"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        var faults = schema.validate(answer.json());
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    operationId + " " + answer.status() + " breaks its contract: " + faults + "\n" + answer.text());
        }
    }
}
