package dev.vitrine.chat.run.control;

import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.run.entity.RunState;
import dev.vitrine.chat.store.ItemJson;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// What readers fetch or are sent, as `contract/asyncapi.yaml` words it.
public final class Frames {
    private Frames() {}

    public static ArrayNode items(List<Numbered> items) {
        var array = Json.object().arrayNode();
        items.forEach(item -> array.add(ItemJson.shown(item)));
        return array;
    }

    static byte[] batch(RoomId room, long after, long until, List<String> items) {
        var head = Json.object()
                .put("type", "batch")
                .put("room", room.toString())
                .put("after", after)
                .put("until", until)
                .toString();
        return (head.substring(0, head.length() - 1) + ",\"items\":[" + String.join(",", items) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] segment(RunState.Slot slot, List<Numbered> items) {
        var json = Json.object()
                .put("slot", slot.number())
                .put("after", slot.after())
                .put("until", slot.until())
                .put("viewers", slot.viewers())
                .put("likes", slot.likes());
        json.set("items", items(items));
        return bytes(json);
    }

    static byte[] index(Lane lane, long slotMillis, RunState.Slot newest, Instant now) {
        return bytes(Json.object()
                .put("lane", lane.name())
                .put("slotMillis", slotMillis)
                .put("slot", newest.number())
                .put("until", newest.until())
                .put("serverTime", now.toString()));
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
