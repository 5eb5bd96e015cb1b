package dev.vitrine.chat.shown.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.chat.shown.entity.Declaration;
import dev.vitrine.chat.store.ChatObjects;
import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What capabilities declare that rooms show: an object that the deployment writes (docs/catalog.md). Read at
/// its first use, and again when an event's type is not in it: a capability may have come since.
@ApplicationScoped
public class Declarations {
    private final ChatObjects objects;
    private final Optional<String> key;
    private volatile Map<EventType, Declaration> known = Map.of();

    /// @param key of the object. Environment: `VITRINE_ROOM_ITEMS`
    Declarations(ChatObjects objects, @ConfigProperty(name = "vitrine.room.items") Optional<String> key) {
        this.objects = objects;
        this.key = key;
    }

    /// @return empty when nobody declared that rooms show such events
    public Uni<Optional<Declaration>> of(EventType type) {
        var found = known.get(type);
        return found != null
                ? Uni.createFrom().item(Optional.of(found))
                : load().map(all -> Optional.ofNullable(all.get(type)));
    }

    private Uni<Map<EventType, Declaration>> load() {
        var name =
                key.orElseThrow(() -> new IllegalStateException("vitrine.room.items (VITRINE_ROOM_ITEMS) is not set"));
        return objects.get(name)
                .map(found -> read(new String(
                        found.orElseThrow(() -> new IllegalStateException("there is no object " + name)),
                        StandardCharsets.UTF_8)))
                .invoke(all -> known = all);
    }

    /// @throws InvalidValue when a declaration is not as it should be
    private static Map<EventType, Declaration> read(String text) {
        var all = new HashMap<EventType, Declaration>();
        for (var each : Json.read("{\"items\":" + text + "}").path("items")) {
            var declaration = declaration(each);
            all.put(declaration.type(), declaration);
        }
        return Map.copyOf(all);
    }

    private static Declaration declaration(JsonNode json) {
        var fields = new ArrayList<String>();
        json.path("fields").forEach(field -> fields.add(field.textValue()));
        return new Declaration(
                new EventType(json.path("type").textValue()),
                json.path("kind").textValue(),
                to(json.path("to").asText("everybody")),
                Optional.ofNullable(json.path("person").textValue()),
                json.path("lane").asText("priority").equals("ordinary"),
                json.path("as").asText("item").equals("state"),
                json.path("ends").asBoolean(),
                json.path("replay").asBoolean(),
                List.copyOf(fields));
    }

    private static Declaration.To to(String name) {
        try {
            return Declaration.To.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidValue("to", "must be everybody, moderators or person", unknown);
        }
    }
}
