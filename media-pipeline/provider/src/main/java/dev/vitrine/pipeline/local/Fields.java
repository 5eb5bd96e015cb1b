package dev.vitrine.pipeline.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Moments;
import dev.vitrine.pipeline.ChannelRef;
import java.net.URI;
import java.time.Instant;

/// Reads fields that must be there out of the service's documents.
final class Fields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Fields() {}

    static JsonNode object(String notification) {
        try {
            var node = JSON.readTree(notification);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException malformed) {
            throw new InvalidValue("notification", "must be well-formed JSON", malformed);
        }
        throw new InvalidValue("notification", "must be a JSON object");
    }

    static String text(JsonNode from, String field) {
        var value = from.path(field).textValue();
        if (value == null) {
            throw new InvalidValue(field, "is required and must be a string");
        }
        return value;
    }

    static ChannelRef channel(JsonNode from) {
        return new ChannelRef(text(from, "channel"));
    }

    static URI address(JsonNode from, String field) {
        try {
            return URI.create(text(from, field));
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValue(field, "must be an address", malformed);
        }
    }

    static Instant instant(JsonNode from, String field) {
        return Moments.instant(field, text(from, field));
    }

    static int count(JsonNode from, String field) {
        var value = from.path(field);
        if (!value.canConvertToInt() || value.intValue() < 0) {
            throw new InvalidValue(field, "is required and must be a whole number, 0 or more");
        }
        return value.intValue();
    }
}
