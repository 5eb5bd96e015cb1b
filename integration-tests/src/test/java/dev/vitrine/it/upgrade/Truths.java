package dev.vitrine.it.upgrade;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a local cloud had acknowledged when it was killed, and what has to become of what was on its way.
///
/// @param version the commit whose code wrote the data
/// @param at when it was killed, milliseconds since 1970
/// @param stay answers that stay as they were
/// @param objects JSON objects behind the CDN path that stay as they were
/// @param repeats requests under a key that was used: answered as they were
/// @param become rooms on their way to a state
/// @param said lines that were acknowledged, kept by then or not
/// @param gifts gifts that were acknowledged, shown by then or not
/// @param told rooms that other capabilities had not heard of
/// @param gaveUp messages that nobody could take
/// @param earned what a streamer has, however far its settlement is
/// @param replays shows that can be watched again
/// @param key a stream key that was issued and not used
@JsonPropertyOrder({"version", "at"})
record Truths(
        String version,
        long at,
        List<Read> stay,
        List<Held> objects,
        List<Repeat> repeats,
        List<Becomes> become,
        List<Said> said,
        List<Given> gifts,
        List<String> told,
        List<GaveUp> gaveUp,
        List<Earned> earned,
        List<Replay> replays,
        Key key) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /// @param who nobody for a guest
    record Reader(String who, String role) {}

    record Read(Reader as, String path, JsonNode body) {}

    record Held(String path, JsonNode body) {}

    record Repeat(Reader as, String room, JsonNode request, String key, int status, JsonNode body) {}

    record Becomes(String room, String state) {}

    record Said(String room, long seq, String text) {}

    record Given(String room, String id, String giver, long coins) {}

    record GaveUp(String queue, String body) {}

    /// @param earned pending, payable and held together
    /// @param statement of the month, with what settlement and the end of the month change
    record Earned(
            String streamer,
            long earned,
            long withdrawn,
            List<JsonNode> withdrawals,
            String month,
            JsonNode statement) {}

    record Replay(String room, double seconds, long bytes) {}

    record Key(String room, String streamKey) {}

    static Truths read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Truths.class);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }
}
