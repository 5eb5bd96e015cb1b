package dev.vitrine.live.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// The words in which streams are told to the host.
final class StreamMessages {
    private static final String SOURCE = "vitrine.live";

    private final InstantSource clock;

    StreamMessages(InstantSource clock) {
        this.clock = clock;
    }

    /// @param since when the push began, ISO 8601: what viewers can see from then on is on air
    String started(String channel, String stream, String since) {
        return message("stream.started", channel, stream).put("at", since).toString();
    }

    String stopped(String channel, String stream, String reason) {
        return message("stream.stopped", channel, stream).put("reason", reason).toString();
    }

    String viewers(String channel, String stream, int viewers) {
        return message("viewers.counted", channel, stream)
                .put("viewers", viewers)
                .toString();
    }

    private ObjectNode message(String type, String channel, String stream) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", UUID.randomUUID().toString())
                .put("source", SOURCE)
                .put("type", type)
                .put("channel", channel)
                .put("stream", stream)
                .put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
