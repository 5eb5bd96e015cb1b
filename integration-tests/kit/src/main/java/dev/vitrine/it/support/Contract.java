package dev.vitrine.it.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

    /// A text of a request's body that people type, which the contract marks by `x-text`.
    ///
    /// @param way to it: names of fields, `[]` for an element of a list
    public record TypedText(String operationId, String method, String path, List<String> way) {

        /// A body that holds nothing but this text.
        public JsonNode body(String text) {
            JsonNode body = TextNode.valueOf(text);
            for (var step : way.reversed()) {
                body = step.equals("[]")
                        ? JsonNodeFactory.instance.arrayNode().add(body)
                        : JsonNodeFactory.instance.objectNode().set(step, body);
            }
            return body;
        }

        /// As an answer names it: `add[0].word`; of a list of texts the list.
        public String field() {
            var field = String.join(".", way).replace(".[]", "[0]");
            return field.endsWith("[0]") ? field.substring(0, field.indexOf('[')) : field;
        }
    }

    /// Every text that people type and others read, operation by operation.
    public List<TypedText> typedTexts() {
        var texts = new ArrayList<TypedText>();
        operations.keySet().stream().sorted().forEach(id -> {
            var place = pointers.get(id);
            var method = place.substring(place.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
            var path = place.substring("/paths/".length(), place.lastIndexOf('/'))
                    .replace("~1", "/")
                    .replace("~0", "~");
            var schema = followed(file + "#" + place + "/requestBody/content/application~1json/schema");
            texts(schema, List.of(), way -> texts.add(new TypedText(id, method, path, way)));
        });
        return texts;
    }

    private static void texts(String place, List<String> way, Consumer<List<String>> found) {
        var schema = at(place);
        if (Set.of("line", "paragraphs").contains(schema.path("x-text").asText())) {
            found.accept(way);
        }
        if (schema.has("items")) {
            texts(followed(place + "/items"), with(way, "[]"), found);
        }
        schema.path("properties")
                .fieldNames()
                .forEachRemaining(name -> texts(followed(place + "/properties/" + name), with(way, name), found));
    }

    private static List<String> with(List<String> way, String step) {
        return Stream.concat(way.stream(), Stream.of(step)).toList();
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
