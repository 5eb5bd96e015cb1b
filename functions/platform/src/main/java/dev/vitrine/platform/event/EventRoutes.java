package dev.vitrine.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which queues take which event, as the registry (`functions/catalog.yaml`) says for this deployment.
public final class EventRoutes {
    private static final String KEY = "vitrine.event.routes (VITRINE_EVENT_ROUTES)";
    /// What all addresses begin with: an environment has 4 KB, and a queue's address comes with every type it takes.
    private static final String PREFIX = "";

    private final Map<EventType, List<EventRoute>> byType;

    private EventRoutes(Map<EventType, List<EventRoute>> byType) {
        this.byType = byType;
    }

    /// @throws IllegalStateException when the configuration cannot be read, naming its key: a deployment defect
    public static EventRoutes parse(String json) {
        try {
            var byType = new HashMap<EventType, List<EventRoute>>();
            var told = Json.read(json);
            var prefix = told.path(PREFIX).asText("");
            for (var subscription : told.properties()) {
                if (!subscription.getKey().equals(PREFIX)) {
                    byType.put(new EventType(subscription.getKey()), routes(prefix, subscription.getValue()));
                }
            }
            return new EventRoutes(Map.copyOf(byType));
        } catch (InvalidValue wrong) {
            throw new IllegalStateException(KEY + ": " + wrong.getMessage(), wrong);
        }
    }

    static EventRoutes of(EventConfig config) {
        return parse(config.routes()
                .orElseThrow(
                        () -> new IllegalStateException(KEY + " is not set: this function may not publish events")));
    }

    public List<EventRoute> of(EventType type) {
        return byType.getOrDefault(type, List.of());
    }

    private static List<EventRoute> routes(String prefix, JsonNode list) {
        var routes = new ArrayList<EventRoute>();
        for (var route : list) {
            var queueUrl = route.isTextual()
                    ? route.textValue()
                    : route.path("queueUrl").textValue();
            if (queueUrl == null || queueUrl.isBlank()) {
                throw new InvalidValue("queueUrl", "is required");
            }
            routes.add(new EventRoute(
                    address(prefix + queueUrl), route.path("delaySeconds").asInt(0)));
        }
        return List.copyOf(routes);
    }

    private static URI address(String queueUrl) {
        try {
            return URI.create(queueUrl);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValue("queueUrl", "must be an address", malformed);
        }
    }
}
