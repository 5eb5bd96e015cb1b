package dev.vitrine.it.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Playlist;
import dev.vitrine.it.support.PublicObjects;
import dev.vitrine.it.upgrade.Truths.Held;
import dev.vitrine.it.upgrade.Truths.Read;
import dev.vitrine.it.upgrade.Truths.Reader;
import dev.vitrine.it.upgrade.Truths.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// A running local cloud, asked so that its answers can be compared with those that another one gave on other
/// ports.
record House(Cloud cloud) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "(http|rtmp)://127\\.0\\.0\\.1:\\d+";

    Api as(Reader reader) {
        return reader.who() == null ? cloud.asGuest() : cloud.as(reader.who(), reader.role());
    }

    Read read(Reader reader, String path) {
        return new Read(reader, path, anywhere(as(reader).get(path).expect(200).json()));
    }

    Optional<Held> held(String path) {
        return PublicObjects.get(cloud.url().resolve(path)).map(body -> new Held(path, anywhere(body)));
    }

    Api.Answer give(Reader giver, String room, JsonNode gift, String key) {
        return as(giver).post("/v1/rooms/" + room + "/gifts", gift, Map.of("idempotency-key", key));
    }

    /// Plays all of it, as far as reading every segment goes.
    Replay replay(String room) {
        var rendition = Playlist.read(
                        cloud.asGuest().room(room).at("/replay/hls").asText())
                .variants()
                .getFirst();
        if (!rendition.isComplete()) {
            throw new AssertionError("the replay of " + room + " has no end");
        }
        return new Replay(
                room,
                rendition.seconds(),
                rendition.segments().mapToLong(House::bytes).sum());
    }

    private static long bytes(URI segment) {
        var answer = PublicObjects.fetch(segment);
        if (answer.statusCode() != 200) {
            throw new AssertionError(segment + " answered " + answer.statusCode());
        }
        return answer.body().length;
    }

    /// The same JSON with the house's addresses left out.
    static JsonNode anywhere(JsonNode body) {
        try {
            return JSON.readTree(body.toString().replaceAll(ADDRESS, "$1://house"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
