package dev.vitrine.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AShowSurvivesItsReconnectsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String RECORDING = "recordings/" + LiveHost.CHANNEL + "/recording.json";

    @TempDir
    Path folder;

    private TestBucket bucket;
    private LiveHost host;

    @BeforeEach
    void start() throws Exception {
        bucket = new TestBucket(folder.resolve("s3"));
        host = new LiveHost(folder.resolve("live"), bucket.store());
        host.prepare();
    }

    @AfterEach
    void stop() throws Exception {
        host.close();
        bucket.close();
    }

    @Test
    void aPhoneThatTurnsAndLosesItsSoundIsJoinedIntoOneReplay() throws Exception {
        host.push(folder.resolve("wide.log"), 640, 360, 4.5).waitFor();
        host.streamMessage("stream.stopped", 1);
        host.push(folder.resolve("tall.log"), 360, 640, 3.5, "-an").waitFor();
        host.streamMessage("stream.stopped", 2);
        String tall = host.streamMessage("stream.started", 2).path("stream").asText();
        assertTrue(host.text("/live/" + LiveHost.CHANNEL + "/master.m3u8").contains("360x640"));
        assertTrue(Playlist.parse(host.text("/live/" + LiveHost.CHANNEL + "/" + tall + "/audio/media.m3u8"))
                .ended());

        host.control("POST", "/channels/" + LiveHost.CHANNEL + "/end", "");
        Await.until("recording", LIMIT, () -> bucket.store().exists(RECORDING));
        JsonNode recording = LiveHost.parse(
                new String(bucket.store().get(RECORDING).orElseThrow().bytes()));
        assertEquals(2, recording.path("streams").size());
        assertEquals(4_500, recording.at("/streams/0/durationMillis").asDouble(), 300);
        assertEquals(3_500, recording.at("/streams/1/durationMillis").asDouble(), 300);
        submit();
        JsonNode rendered = host.jobMessage(1);
        assertEquals("rendered", rendered.path("type").asText(), rendered::toString);
        assertEquals(8_000, rendered.path("durationMillis").asDouble(), 1_000);
    }

    @Test
    void aKilledTranscoderEndsItsStreamAndTheNextPushIsAnother() throws Exception {
        Process encoder = host.push(folder.resolve("first.log"), 640, 360, 60);
        String first = host.streamMessage("stream.started", 1).path("stream").asText();
        transcoder().destroyForcibly();
        JsonNode stopped = host.streamMessage("stream.stopped", 1);
        assertEquals("transcoder-died", stopped.path("reason").asText());
        assertNotEquals(0, encoder.waitFor(), "the publisher is disconnected");
        Process again = host.push(folder.resolve("second.log"), 640, 360, 60);
        String second = host.streamMessage("stream.started", 2).path("stream").asText();
        assertNotEquals(first, second);
        host.control("POST", "/channels/" + LiveHost.CHANNEL + "/end", "");
        host.streamMessage("stream.stopped", 2);
        again.waitFor();
        Process refused = host.push(folder.resolve("third.log"), 640, 360, 60);
        assertNotEquals(0, refused.waitFor(), "an ended channel takes no publisher");
        Await.until("recording", LIMIT, () -> bucket.store().exists(RECORDING));
    }

    private void submit() throws Exception {
        String job = "{\"id\":\"job-1\",\"channel\":\"%s\",\"recordingKey\":\"%s\",\"outputPrefix\":\"vod/%s/\"}"
                .formatted(LiveHost.CHANNEL, RECORDING, LiveHost.CHANNEL);
        host.control("POST", "/jobs", job);
    }

    private static ProcessHandle transcoder() {
        return ProcessHandle.current()
                .children()
                .filter(each -> each.info()
                        .commandLine()
                        .map(line -> line.contains("pipe:0"))
                        .orElse(false))
                .findFirst()
                .orElseThrow();
    }
}
