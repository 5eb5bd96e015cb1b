package dev.vitrine.local.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Real events of one function, from `functions/<capability>/samples/<function>.json`: an array, in the order in which
/// they make sense.
///
/// `{{id}}` in an event stands for the `id` that an earlier answer's body told last.
public final class Samples {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "{{id}}";

    private final List<String> events;
    private String lastId = "";

    private Samples(List<String> events) {
        this.events = events;
    }

    public static boolean exist(Catalog catalog, FunctionSpec function) {
        return Files.isRegularFile(file(catalog, function));
    }

    public static Samples of(Catalog catalog, FunctionSpec function) {
        var file = file(catalog, function);
        try {
            var events = new ArrayList<String>();
            for (var event : JSON.readTree(Files.readAllBytes(file))) {
                events.add(event.toString());
            }
            if (events.isEmpty()) {
                throw new IllegalArgumentException(file + " holds no event");
            }
            return new Samples(List.copyOf(events));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Path file(Catalog catalog, FunctionSpec function) {
        return catalog.artefact(function.artefact()).samples(catalog.folder(), function.name());
    }

    public int count() {
        return events.size();
    }

    /// The event as it is sent now.
    public byte[] event(int index) {
        return event(index, lastId);
    }

    /// The event with an id that was told elsewhere.
    public byte[] event(int index, String id) {
        return events.get(index).replace(ID, id).getBytes(StandardCharsets.UTF_8);
    }

    /// What an answer told last; empty if none did.
    public String lastId() {
        return lastId;
    }

    /// Reads an HTTP answer for the id it tells; other answers tell none.
    public void answered(byte[] payload) {
        try {
            var body = JSON.readTree(payload).path("body").asText("");
            var id = body.isEmpty() ? "" : id(JSON.readTree(body));
            if (!id.isEmpty()) {
                lastId = id;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an answer is not JSON", e);
        }
    }

    private static String id(JsonNode body) {
        return body.path("id").asText("");
    }
}
