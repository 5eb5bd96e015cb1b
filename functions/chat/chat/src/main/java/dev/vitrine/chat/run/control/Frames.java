package dev.vitrine.chat.run.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.entity.Removal;
import dev.vitrine.chat.run.entity.RunState;
import dev.vitrine.chat.store.ItemJson;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// What readers fetch or are sent, as `contract/asyncapi.yaml` words it.
public final class Frames {
    private static final JsonFactory JSON = new JsonFactory();

    private Frames() {}

    public static ArrayNode items(List<Numbered> items) {
        var array = Json.object().arrayNode();
        items.forEach(item -> array.add(ItemJson.shown(item)));
        return array;
    }

    /// An item as every batch that holds it writes it: made once.
    static SerializedString written(Numbered item) {
        return new SerializedString(ItemJson.shown(item).toString());
    }

    static byte[] batch(RoomId room, long after, long until, List<SerializedString> items) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "batch");
            json.writeStringField("room", room.toString());
            json.writeNumberField("after", after);
            json.writeNumberField("until", until);
            json.writeArrayFieldStart("items");
            for (var item : items) {
                json.writeRawValue(item);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    /// An item that not everybody hears, for one who does.
    static byte[] apart(RoomId room, Numbered item) {
        var json = Json.object().put("type", "private").put("room", room.toString());
        json.set("items", items(List.of(item)));
        return bytes(json);
    }

    static ObjectNode segment(RunState.Slot slot, List<Numbered> items) {
        var json = Json.object()
                .put("slot", slot.number())
                .put("after", slot.after())
                .put("until", slot.until())
                .put("viewers", slot.viewers())
                .put("likes", slot.likes());
        json.set("items", items(items));
        return json;
    }

    /// Which segments there are.
    ///
    /// @param until up to here the newest has everything
    record Reach(long oldest, long newest, long until) {}

    static ObjectNode index(Lane lane, long slotMillis, Reach reach, List<Removal> removals, Instant now) {
        var json = Json.object()
                .put("lane", lane.name())
                .put("slotMillis", slotMillis)
                .put("oldest", reach.oldest())
                .put("slot", reach.newest())
                .put("until", reach.until())
                .put("serverTime", now.toString());
        var removed = json.putArray("removed");
        removals.forEach(removal -> {
            var told = removed.addObject().put("seq", removal.seq());
            switch (removal) {
                case Removal.OfMessage(var _, var message) -> told.put("message", message);
                case Removal.OfViewer(var _, var viewer) -> told.put("viewer", viewer.value());
            }
        });
        return json;
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
