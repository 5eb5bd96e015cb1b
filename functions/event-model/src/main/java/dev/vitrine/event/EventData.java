package dev.vitrine.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.model.EventType;

/// What an event says, the `data` of its envelope. Each type has a record of its own, with a constant `TYPE` and a
/// method `of(JsonNode)`.
public interface EventData {
    EventType type();

    /// The form on the wire. A tree of its own at every call.
    ObjectNode json();
}
