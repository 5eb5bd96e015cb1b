package dev.vitrine.it.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What one reader was shown, by the contract's cursor rule. Whatever breaks the rule is remembered.
public final class ReadItems {
    private final List<JsonNode> items = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long cursor;

    synchronized void joined(JsonNode message) {
        if (message.path("reset").asBoolean()) {
            items.clear();
            cursor = 0;
        }
        long before = cursor;
        message.path("items").forEach(item -> {
            if (item.path("seq").asLong() > before) {
                show(item);
            }
        });
        cursor = Math.max(cursor, message.path("cursor").asLong());
    }

    /// Whether something before the batch was not shown yet.
    synchronized boolean isGap(JsonNode batch) {
        return batch.path("after").asLong() > cursor;
    }

    /// @return the items that are new
    synchronized List<JsonNode> batch(JsonNode batch) {
        return take("batch", batch);
    }

    synchronized void segment(JsonNode segment) {
        take("segment " + segment.path("slot"), segment);
    }

    private List<JsonNode> take(String what, JsonNode batch) {
        long after = batch.path("after").asLong();
        long until = batch.path("until").asLong();
        if (after > cursor) {
            faults.add("gap: " + what + " (" + after + ", " + until + "] at cursor " + cursor);
            return List.of();
        }
        var fresh = new ArrayList<JsonNode>();
        for (var item : batch.path("items")) {
            long seq = item.path("seq").asLong();
            if (seq <= after || seq > until) {
                faults.add(what + " (" + after + ", " + until + "] holds " + seq);
            }
            if (seq > cursor) {
                show(item);
                fresh.add(item);
            }
        }
        cursor = Math.max(cursor, until);
        return fresh;
    }

    private void show(JsonNode item) {
        long seq = item.path("seq").asLong();
        if (!items.isEmpty() && items.getLast().path("seq").asLong() >= seq) {
            faults.add("shown out of order or twice: " + seq);
        }
        items.add(item);
    }

    public synchronized long cursor() {
        return cursor;
    }

    public synchronized List<JsonNode> items() {
        return List.copyOf(items);
    }

    public List<JsonNode> items(String kind) {
        return items().stream()
                .filter(item -> item.path("kind").asText().equals(kind))
                .toList();
    }

    /// The texts of all danmaku, in the order shown.
    public List<String> texts() {
        return items("danmaku").stream().map(item -> item.path("text").asText()).toList();
    }

    synchronized void fault(String what) {
        faults.add(what);
    }

    /// Gaps, repeats and disorder; empty when the rule held.
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }
}
