package dev.vitrine.chat.events.boundary;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.ReplayRendered;
import dev.vitrine.platform.event.CloudEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads the data of events. Fields that are not known are left alone: producers may add some.
final class EventData {
    private EventData() {}

    static String text(CloudEvent event, String field) {
        var value = event.data().path(field).textValue();
        if (value == null) {
            throw new InvalidValue(field, "is required and must be a string");
        }
        return value;
    }

    static List<ReplayRendered.Clip> clips(CloudEvent event) {
        var clips = new ArrayList<ReplayRendered.Clip>();
        for (var clip : event.data().path("clips")) {
            clips.add(new ReplayRendered.Clip(
                    instant(clip.path("onAirAt").textValue()),
                    clip.path("durationMillis").longValue()));
        }
        return clips;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(String.valueOf(text));
        } catch (DateTimeException malformed) {
            throw new InvalidValue("onAirAt", "must be an instant", malformed);
        }
    }
}
