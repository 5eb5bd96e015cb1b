package dev.vitrine.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.store.S3Store;
import java.util.LinkedHashMap;
import software.amazon.awssdk.core.sync.RequestBody;

/// What rooms show of events, as every capability declares it, written as one object: a JSON array of
/// `{type, kind, to, person, lane, as, ends, replay, fields}`. Who shows items reads it from there, so that a new
/// capability's items need no new build of anything else. A deployment's pipeline writes the same object.
record RoomItems(Catalog catalog, S3Store s3) {
    /// Private: below none of the prefixes that anyone may read.
    static final String KEY = "registry/room-items.json";

    private static final JsonMapper JSON = new JsonMapper();

    void write() {
        try (var client = s3.client()) {
            client.putObject(
                    request -> request.bucket(S3Store.BUCKET).key(KEY).contentType("application/json"),
                    RequestBody.fromString(items().toString()));
        }
    }

    private ArrayNode items() {
        var items = JSON.createArrayNode();
        catalog.events().stream().filter(event -> !event.room().isEmpty()).forEach(event -> {
            var item = new LinkedHashMap<String, Object>();
            item.put("type", event.type());
            item.putAll(event.room());
            items.add(JSON.valueToTree(item));
        });
        return items;
    }
}
