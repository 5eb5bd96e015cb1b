package dev.vitrine.it.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.event.check.EventSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads every event that functions of a local cloud told, and holds each against its schema. An event of a type
/// that no capability declares, or whose data is not what its schema says, fails the tests at hand.
public final class EventWitness {
    private static final String QUEUE = "event-witness";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cloud cloud;
    private final EventSchemas schemas;
    private final Map<String, Integer> seen = new TreeMap<>();

    EventWitness(Cloud cloud) {
        this.cloud = cloud;
        this.schemas = EventSchemas.below(cloud.home().resolve("functions"));
    }

    /// How many of each type there were when the last check was done.
    public synchronized Map<String, Integer> seen() {
        return Map.copyOf(seen);
    }

    /// @throws AssertionError with all that is wrong since the last time; asked again, it is not told again
    public synchronized void check() {
        var wrong = new ArrayList<String>();
        for (var body : new LocalQueue(cloud, QUEUE).takeAll()) {
            var message = parsed(body);
            seen.merge(message.path("type").asText("?"), 1, Integer::sum);
            List<String> faults = schemas.faults(message);
            if (!faults.isEmpty()) {
                wrong.add(faults + " in " + body);
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError("events are not what functions/*/events say:\n" + String.join("\n", wrong));
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            return JSON.createObjectNode().put("type", body);
        }
    }
}
