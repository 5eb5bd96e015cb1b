package dev.vitrine.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.event.EventData;
import dev.vitrine.model.EventType;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// One domain fact in the envelope of CloudEvents 1.0.
///
/// @param id the same for every repetition of the fact, so that a consumer can tell a duplicate
/// @param source the capability that states it: `/rooms`
/// @param subject what it is about: the room id
/// @param time when it happened, not when it was sent
public record CloudEvent(UUID id, EventType type, String source, String subject, Instant time, JsonNode data) {
    public CloudEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(data, "data");
    }

    /// A fact as its own record tells it.
    public static CloudEvent of(UUID id, String source, String subject, Instant time, EventData data) {
        return new CloudEvent(id, data.type(), source, subject, time, data.json());
    }
}
