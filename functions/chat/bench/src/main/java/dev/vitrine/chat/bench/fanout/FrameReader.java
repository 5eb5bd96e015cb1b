package dev.vitrine.chat.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads frames. Five hundred readers get the same text: it is parsed once and found again by its text, so
/// that the load client stays small beside what it measures. One thread's own.
final class FrameReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REMEMBERED = 128;

    private final Map<String, Heard> remembered = new LinkedHashMap<>(REMEMBERED * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Heard> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// A batch or a segment of the contract.
    Heard batch(String text) {
        return remembered.computeIfAbsent(text, _ -> batch(json(text), utf8(text)));
    }

    /// One item as peers send it: without numbers.
    Heard item(String text) {
        return remembered.computeIfAbsent(text, _ -> Heard.unnumbered(utf8(text), shown(json(text))));
    }

    static Heard batch(JsonNode batch, int bytes) {
        return new Heard(
                batch.path("after").asLong(), batch.path("until").asLong(), items(batch.path("items")), true, bytes);
    }

    static List<Heard.Shown> items(JsonNode items) {
        var shown = new ArrayList<Heard.Shown>();
        items.forEach(item -> shown.add(shown(item)));
        return shown;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Heard.Shown shown(JsonNode item) {
        return new Heard.Shown(
                item.path("seq").asLong(), Mark.of(item.path("text").asText()));
    }
}
