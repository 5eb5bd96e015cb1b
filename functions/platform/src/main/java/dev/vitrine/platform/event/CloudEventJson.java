package dev.vitrine.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Moments;
import dev.vitrine.platform.json.Json;
import java.util.UUID;

/// The structured JSON form of a `CloudEvent`, as it travels in the body of a message.
///
/// Reading is tolerant of attributes it does not know: producers may add extensions.
public final class CloudEventJson {
    private static final String SPEC_VERSION = "1.0";

    private CloudEventJson() {}

    public static String write(CloudEvent event) {
        var envelope = Json.object();
        envelope.put("specversion", SPEC_VERSION);
        envelope.put("id", event.id().toString());
        envelope.put("type", event.type().value());
        envelope.put("source", event.source());
        envelope.put("subject", event.subject());
        envelope.put("time", event.time().toString());
        envelope.put("datacontenttype", "application/json");
        envelope.set("data", event.data());
        return Json.write(envelope);
    }

    /// @throws InvalidValue when the text is not a CloudEvent of this house
    public static CloudEvent read(String text) {
        var envelope = Json.read(text);
        if (!SPEC_VERSION.equals(text(envelope, "specversion"))) {
            throw new InvalidValue("specversion", "must be " + SPEC_VERSION);
        }
        var data = envelope.get("data");
        if (data == null) {
            throw new InvalidValue("data", "is required");
        }
        return new CloudEvent(
                id(text(envelope, "id")),
                new EventType(text(envelope, "type")),
                text(envelope, "source"),
                text(envelope, "subject"),
                Moments.instant("time", text(envelope, "time")),
                data);
    }

    private static String text(JsonNode envelope, String field) {
        var value = envelope.get(field);
        if (value == null || !value.isTextual()) {
            throw new InvalidValue(field, "is required and must be a string");
        }
        return value.textValue();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValue("id", "must be a UUID", malformed);
        }
    }
}
