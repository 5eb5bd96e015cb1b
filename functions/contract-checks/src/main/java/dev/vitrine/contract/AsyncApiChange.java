package dev.vitrine.contract;

import java.util.Map;
import java.util.TreeMap;

/// Compares two AsyncAPI documents.
final class AsyncApiChange {
    private final Breaks breaks;
    private final String file;

    AsyncApiChange(Breaks breaks, String file) {
        this.breaks = breaks;
        this.file = file;
    }

    void compare(Place before, Place now) {
        var channels = now.members("channels");
        before.members("channels").forEach((name, old) -> {
            var address = channels.containsKey(name) ? channels.get(name).text("address") : "";
            if (!address.equals(old.text("address"))) {
                breaks.add(file + " " + old.text("address"), "channel is gone");
            }
        });
        var operations = now.members("operations");
        before.members("operations").forEach((name, old) -> {
            if (operations.containsKey(name)) {
                operation(file + " " + name, old, operations.get(name));
            } else {
                breaks.add(file + " " + name, "operation is gone");
            }
        });
    }

    private void operation(String place, Place old, Place present) {
        // the document speaks for the server: what that receives, clients send
        var direction = old.text("action").equals("receive") ? Direction.GIVEN : Direction.TOLD;
        var messages = messages(present);
        messages(old).forEach((name, message) -> {
            if (messages.containsKey(name)) {
                new SchemaChange(breaks, direction)
                        .compare(
                                place + " " + name,
                                message.at("payload"),
                                messages.get(name).at("payload"));
            } else {
                breaks.add(place + " " + name, "message is gone");
            }
        });
    }

    /// Those that the operation names, else all of its channel.
    static Map<String, Place> messages(Place operation) {
        var messages = new TreeMap<String, Place>();
        operation.elements("messages").forEach(message -> messages.put(message.name(), message));
        return messages.isEmpty() ? operation.at("channel").members("messages") : messages;
    }
}
