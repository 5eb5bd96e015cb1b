package dev.vitrine.rooms.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.ReplayRendered;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/// Reads the data of events. Fields that are not known are left alone: producers may add some.
final class EventData {
    private EventData() {}

    static RoomId roomId(CloudEvent event) {
        return RoomId.parse(event.subject());
    }

    static Instant instant(JsonNode data, String field) {
        try {
            return Instant.parse(text(data, field));
        } catch (DateTimeException malformed) {
            throw new InvalidValue(field, "must be an instant", malformed);
        }
    }

    static int count(JsonNode data, String field) {
        var value = data.path(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
            throw new InvalidValue(field, "is required and must be a whole number from 0");
        }
        return value.intValue();
    }

    /// Without its clips: rooms does not need them.
    static ReplayRendered replayRendered(JsonNode data) {
        var duration = data.path("durationMillis");
        if (!duration.canConvertToLong()) {
            throw new InvalidValue("durationMillis", "is required and must be a whole number");
        }
        return new ReplayRendered(
                text(data, "channel"),
                text(data, "hlsKey"),
                text(data, "dashKey"),
                text(data, "mp4Key"),
                duration.longValue(),
                List.of());
    }

    private static String text(JsonNode data, String field) {
        var value = data.path(field).textValue();
        if (value == null) {
            throw new InvalidValue(field, "is required and must be a string");
        }
        return value;
    }
}
