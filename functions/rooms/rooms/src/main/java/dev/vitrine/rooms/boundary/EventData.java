package dev.vitrine.rooms.boundary;

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

    static Instant instant(CloudEvent event, String field) {
        try {
            return Instant.parse(text(event, field));
        } catch (DateTimeException malformed) {
            throw new InvalidValue(field, "must be an instant", malformed);
        }
    }

    static int count(CloudEvent event, String field) {
        var value = event.data().path(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
            throw new InvalidValue(field, "is required and must be a whole number from 0");
        }
        return value.intValue();
    }

    /// Without its clips: rooms does not need them.
    static ReplayRendered replayRendered(CloudEvent event) {
        var duration = event.data().path("durationMillis");
        if (!duration.canConvertToLong()) {
            throw new InvalidValue("durationMillis", "is required and must be a whole number");
        }
        return new ReplayRendered(
                text(event, "channel"),
                text(event, "hlsKey"),
                text(event, "dashKey"),
                text(event, "mp4Key"),
                duration.longValue(),
                List.of());
    }

    private static String text(CloudEvent event, String field) {
        var value = event.data().path(field).textValue();
        if (value == null) {
            throw new InvalidValue(field, "is required and must be a string");
        }
        return value;
    }
}
