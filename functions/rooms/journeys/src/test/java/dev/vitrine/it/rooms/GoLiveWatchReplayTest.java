package dev.vitrine.it.rooms;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.it.support.BrowserScript;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Playlist;
import dev.vitrine.it.support.SharedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The main road as a person walks it: the demo goes live, a real browser watches both protocols, the replay plays
/// to its end.
class GoLiveWatchReplayTest {
    private static final int SHOW_SECONDS = 75;
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(10);
    private static final double TOLERANCE_SECONDS = 1.0;
    private static final Pattern WATCH_ADDRESS = Pattern.compile("/rooms/([0-9a-f-]{36})");

    private final Cloud cloud = SharedCloud.get();

    @Test
    void aShowIsWatchedLiveInABrowserAndAgainAsAReplay() throws Exception {
        warmUp();
        var log = Files.createTempFile(SharedCloud.folder(), "demo", ".log");
        var demo = new ProcessBuilder(
                        Cloud.root().resolve("vitrine").toString(),
                        "demo",
                        "--port",
                        "" + cloud.port(),
                        "--seconds",
                        "" + SHOW_SECONDS)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            var room = eventually(
                    "the demo prints its watch address",
                    Duration.ofSeconds(20),
                    () -> roomIn(log),
                    id -> !id.isEmpty());
            eventually("the room is live", LIVE_WITHIN, () -> cloud.asGuest().state(room), "LIVE"::equals);
            watchInBrowser(room);
            assertTrue(demo.waitFor(SHOW_SECONDS + 60L, TimeUnit.SECONDS), "the demo ends by itself");
            assertEquals(0, demo.exitValue(), Files.readString(log));
            replayHasTheShowsLength(cloud.asGuest().room(room));
        } finally {
            demo.destroy();
        }
    }

    /// So that the ten seconds measure the road and not the functions' first start on a machine that also runs the
    /// tests.
    private void warmUp() {
        var streamer = cloud.as("warm-up", "streamer");
        streamer.pushAddress(streamer.createRoom("Warm-up").path("id").asText());
    }

    private static String roomIn(Path log) throws IOException {
        var found = WATCH_ADDRESS.matcher(Files.readString(log));
        return found.find() ? found.group(1) : "";
    }

    /// Prints the latency of both protocols; waits for the replay and plays it to its end.
    private void watchInBrowser(String room) throws Exception {
        BrowserScript.run(
                Duration.ofSeconds(SHOW_SECONDS * 5),
                "live.mjs",
                "--url",
                cloud.url().toString(),
                "--room",
                room,
                "--pictures",
                SharedCloud.folder().resolve("pictures").toString(),
                "--replay");
    }

    private static void replayHasTheShowsLength(JsonNode room) {
        double show = Duration.between(instant(room, "liveAt"), instant(room, "endedAt"))
                        .toMillis()
                / 1000.0;
        assertEquals(show, room.path("replay").path("durationSeconds").asDouble(), TOLERANCE_SECONDS);
        for (var rendition :
                Playlist.read(room.path("replay").path("hls").asText()).variants()) {
            assertTrue(rendition.isComplete());
            assertEquals(
                    show,
                    rendition.seconds(),
                    TOLERANCE_SECONDS,
                    rendition.address().toString());
        }
    }

    private static Instant instant(JsonNode room, String field) {
        return Instant.parse(room.path(field).asText());
    }
}
