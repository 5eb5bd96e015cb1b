package dev.vitrine.it.journeys;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Playlist;
import dev.vitrine.it.support.SharedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The main road as a person walks it: the demo goes live, a real browser watches both protocols, the replay plays to
// its end.
class GoLiveWatchReplayTest {
    private static final int SHOW_SECONDS = 75;
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(10);
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
            var replay = eventually(
                    "the replay is ready",
                    Duration.ofSeconds(60),
                    () -> cloud.asGuest().room(room),
                    it -> it.path("state").asText().equals("REPLAY_READY"));
            replayHasTheShowsLength(
                    replay.path("replay").path("hls").asText(),
                    replay.path("replay").path("durationSeconds").asDouble());
        } finally {
            demo.destroy();
        }
    }

    /// So that the ten seconds measure the road and not the functions' first start on a machine that also runs the
    // tests.
    private void warmUp() {
        var streamer = cloud.as("warm-up", "streamer");
        streamer.pushAddress(streamer.createRoom("Warm-up").path("id").asText());
    }

    private static String roomIn(Path log) throws IOException {
        var found = WATCH_ADDRESS.matcher(Files.readString(log));
        return found.find() ? found.group(1) : "";
    }

    private void watchInBrowser(String room) throws Exception {
        var browser = new ProcessBuilder(
                        "node",
                        "web/e2e/live.mjs",
                        cloud.url().toString(),
                        room,
                        SharedCloud.folder().toString())
                .directory(Cloud.root().resolve("clients").toFile())
                .inheritIO()
                .start();
        assertTrue(browser.waitFor(SHOW_SECONDS * 3L + 60, TimeUnit.SECONDS), "the browser test ends");
        assertEquals(0, browser.exitValue(), "the browser saw both protocols live and the replay to its end");
    }

    private static void replayHasTheShowsLength(String hls, double showSeconds) {
        for (var rendition : Playlist.read(hls).variants()) {
            assertTrue(rendition.isComplete());
            assertEquals(
                    showSeconds, rendition.seconds(), 1.0, rendition.address().toString());
        }
    }
}
