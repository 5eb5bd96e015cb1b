package dev.vitrine.chat.bench.fanout;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;

/// What peers carry: items with the fields that the product's have, so that bytes compare.
final class PeerItems {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PeerItems() {}

    static String danmaku(String text) {
        var item = JSON.createObjectNode()
                .put("kind", "danmaku")
                .put("at", Instant.now().toString())
                .put("text", text)
                .put("colour", "WHITE")
                .put("position", "SCROLL");
        item.putObject("by")
                .put("viewer", "aaaaaaaaaaaaaaaa")
                .put("name", "bench-speaker")
                .put("role", "VIEWER");
        return item.toString();
    }

    /// Taps of one speaker; the Node server adds them up and tells them once a second.
    static String taps(int taps) {
        return JSON.createObjectNode().put("kind", "taps").put("count", taps).toString();
    }

    /// Taps of all.
    static String likes(int count, long total) {
        return JSON.createObjectNode()
                .put("kind", "likes")
                .put("at", Instant.now().toString())
                .put("count", count)
                .put("total", total)
                .toString();
    }
}
