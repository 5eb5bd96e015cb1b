package dev.vitrine.it.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.oas.OpenApi31;
import dev.vitrine.it.support.Api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// An OpenAPI document that answers are held against: status, content type, body.
public final class Contract {
    /// RFC 9457 (3.2): a type of problem has members of its own.
    private static final String OPEN = "Problem";

    private static final Map<URI, JsonNode> DOCUMENTS = new ConcurrentHashMap<>();

    private final URI file;
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonNode> operations = new HashMap<>();
    private final Map<String, String> pointers = new HashMap<>();
    private final Set<String> seen = new TreeSet<>();

    private Contract(URI file) {
        this.file = file;
        this.schemas = JsonSchemaFactory.builder()
                .metaSchema(OpenApi31.getInstance())
                .defaultMetaSchemaIri(OpenApi31.getInstance().getIri())
                .build();
        document(file).path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
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
        return new Contract(file.toUri());
    }

    private static JsonNode document(URI file) {
        return DOCUMENTS.computeIfAbsent(file, _ -> {
            try {
                var document = new YAMLMapper().readTree(Path.of(file).toFile());
                document.path("components").path("schemas").properties().stream()
                        .filter(schema -> !schema.getKey().equals(OPEN))
                        .forEach(schema -> close(schema.getValue()));
                return document;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Contracts leave answers open, so that fields may come; here one that the contract does not tell is a fault.
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Contract::close);
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
        var place = followed(file + "#" + pointers.get(operationId) + "/responses/" + answer.status());
        var content = at(place).path("content");
        if (!content.isMissingNode()) {
            checkBody(operationId, answer, content, place + "/content");
        }
        return answer;
    }

    /// Where references lead, which may be another document.
    private static String followed(String place) {
        var reference = at(place).path("$ref").asText();
        if (reference.isEmpty()) {
            return place;
        }
        return followed(URI.create(place.substring(0, place.indexOf('#')))
                .resolve(reference)
                .toString());
    }

    private static JsonNode at(String place) {
        var hash = place.indexOf('#');
        return document(URI.create(place.substring(0, hash))).at(place.substring(hash + 1));
    }

    private void checkBody(String operationId, Answer answer, JsonNode content, String place) {
        var type = answer.header("content-type").split(";")[0].trim();
        if (!content.has(type)) {
            throw new AssertionError(operationId + " " + answer.status() + " has content type '" + type + "'");
        }
        if (!type.endsWith("json")) {
            return; // a form that a schema says nothing about
        }
        var schema = schemas.getSchema(
                SchemaLocation.of(place + "/" + type.replace("/", "~1") + "/schema"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        var faults = schema.validate(answer.json());
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    operationId + " " + answer.status() + " breaks its contract: " + faults + "\n" + answer.text());
        }
    }
}
