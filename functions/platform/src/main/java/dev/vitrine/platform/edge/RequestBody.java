package dev.vitrine.platform.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.json.Json;

/// What came with a request. It is parsed when somebody asks what it says, and for all who ask once.
public final class RequestBody {
    private final String text;
    private JsonNode json;

    RequestBody(String text) {
        this.text = text;
    }

    /// As it came; empty when there was none.
    public String text() {
        return text;
    }

    /// @return what all readers share: nobody changes it
    /// @throws InvalidValue (field `body`) when it is not one JSON object, or holds what no store can
    public JsonNode json() {
        if (json == null) {
            json = Json.readStorable(text);
        }
        return json;
    }
}
