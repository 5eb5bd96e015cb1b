package dev.vitrine.pipeline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.pipeline.StreamEvent;
import dev.vitrine.pipeline.StreamNotifications;
import dev.vitrine.pipeline.StreamRef;
import java.util.Optional;

/// `{"id","source":"vitrine.live","type","channel","stream","at","reason"?,"viewers"?}`.
public final class LocalStreamNotifications implements StreamNotifications {

    @Override
    public Optional<StreamEvent> read(String notification) {
        var fields = Fields.object(notification);
        return switch (Fields.text(fields, "type")) {
            case "stream.started" -> Optional.of(started(fields));
            case "stream.stopped" -> Optional.of(stopped(fields));
            case "viewers.counted" -> Optional.of(counted(fields));
            default -> Optional.empty();
        };
    }

    private static StreamEvent started(JsonNode fields) {
        return new StreamEvent.Started(
                Fields.text(fields, "id"), Fields.channel(fields), Fields.instant(fields, "at"), stream(fields));
    }

    private static StreamEvent stopped(JsonNode fields) {
        var reason = fields.path("reason").asText("unknown");
        return new StreamEvent.Stopped(
                Fields.text(fields, "id"),
                Fields.channel(fields),
                Fields.instant(fields, "at"),
                stream(fields),
                reason);
    }

    private static StreamEvent counted(JsonNode fields) {
        return new StreamEvent.ViewersCounted(
                Fields.text(fields, "id"),
                Fields.channel(fields),
                Fields.instant(fields, "at"),
                Fields.count(fields, "viewers"));
    }

    private static StreamRef stream(JsonNode fields) {
        return new StreamRef(Fields.text(fields, "stream"));
    }
}
