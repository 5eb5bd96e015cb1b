package dev.vitrine.it.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// An answer as a client of an earlier version reads it: documents may have got fields since, which it does
/// not know.
final class KnownFields {
    private KnownFields() {}

    /// What of an answer was told before, too.
    static JsonNode of(JsonNode now, JsonNode before) {
        if (now.isObject() && before.isObject()) {
            var known = JsonNodeFactory.instance.objectNode();
            now.fields().forEachRemaining(field -> {
                if (before.has(field.getKey())) {
                    known.set(field.getKey(), of(field.getValue(), before.get(field.getKey())));
                }
            });
            return known;
        }
        if (now.isArray() && before.isArray()) {
            var known = JsonNodeFactory.instance.arrayNode();
            for (int at = 0; at < now.size(); at++) {
                known.add(at < before.size() ? of(now.get(at), before.get(at)) : now.get(at));
            }
            return known;
        }
        return now;
    }
}
