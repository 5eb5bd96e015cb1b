package dev.vitrine.event.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// A schema file as JSON Schema reads it, apart from what the generator makes of it.
final class SchemaOfData {
    private final JsonNode document;
    private final JsonSchema schema;

    private SchemaOfData(JsonNode document) {
        this.document = document;
        this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        document.path("data"),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    static SchemaOfData read(Path file) {
        try {
            return new SchemaOfData(new YAMLMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    String type() {
        return document.path("type").asText();
    }

    JsonNode properties() {
        return document.path("data").path("properties");
    }

    Iterable<JsonNode> examples() {
        return document.path("examples");
    }

    /// Empty when it is as the schema says.
    List<String> faults(JsonNode data) {
        return schema.validate(data).stream().map(ValidationMessage::getMessage).toList();
    }
}
