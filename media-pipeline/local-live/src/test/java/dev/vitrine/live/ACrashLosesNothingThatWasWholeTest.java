package dev.vitrine.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.live.origin.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A killed process leaves a folder like these; the next start makes good on it.
class ACrashLosesNothingThatWasWholeTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String STREAM = "recordings/" + LiveHost.CHANNEL + "/s1/";

    @TempDir
    Path folder;

    @Test
    void theStreamIsToldStoppedAndSummarisedFromWhatIsStored() throws Exception {
        try (TestBucket bucket = new TestBucket(folder.resolve("s3"))) {
            write(
                    "live/channels/" + LiveHost.CHANNEL + ".json",
                    ("{\"channel\":\"" + LiveHost.CHANNEL
                                    + "\",\"ended\":true,\"streams\":[{\"stream\":\"s1\",\"startedAt\":\"2026-01-01T00:00:00Z\","
                                    + "\"told\":true,\"stopped\":false,\"archived\":false}]}")
                            .getBytes(StandardCharsets.UTF_8));
            bucket.store().put(STREAM + "720p/init.mp4", Samples.init(), "video/mp4", "no-cache");
            bucket.store().put(STREAM + "720p/1.m4s", Samples.segment(1), "video/mp4", "no-cache");
            write("live/spool/" + STREAM + "720p/2.m4s", Samples.segment(2));
            write("live/spool/" + STREAM + "720p/3.m4s.part", new byte[10]);

            try (LiveHost host = new LiveHost(folder.resolve("live"), bucket.store())) {
                JsonNode stopped = host.streamMessage("stream.stopped", 1);
                assertEquals("service-restarted", stopped.path("reason").asText());
                String key = "recordings/" + LiveHost.CHANNEL + "/recording.json";
                Await.until("recording", LIMIT, () -> bucket.store().exists(key));
                JsonNode recording = LiveHost.parse(
                        new String(bucket.store().get(key).orElseThrow().bytes(), StandardCharsets.UTF_8));
                assertEquals(4_000, recording.at("/streams/0/durationMillis").asInt());
                assertEquals(2, recording.at("/streams/0/renditions/0/segments").asInt());
                assertEquals(320, recording.at("/streams/0/renditions/0/width").asInt());
                assertTrue(bucket.store().exists(STREAM + "stream.json"));
            }
        }
    }

    @Test
    void aJobLeftUndoneIsDoneAndOneWithoutARecordingFails() throws Exception {
        write(
                "live/jobs/j1.json",
                ("{\"id\":\"j1\",\"channel\":\"c\",\"recordingKey\":\"recordings/c/recording.json\","
                                + "\"outputPrefix\":\"vod/c/\",\"attempts\":1,\"outcome\":\"\"}")
                        .getBytes(StandardCharsets.UTF_8));
        try (TestBucket bucket = new TestBucket(folder.resolve("s3"));
                LiveHost host = new LiveHost(folder.resolve("live"), bucket.store())) {
            JsonNode told = host.jobMessage(1);
            assertEquals("failed", told.path("type").asText());
            assertEquals(
                    "no recording at recordings/c/recording.json",
                    told.path("reason").asText());
            assertEquals(422, host.control("POST", "/jobs", "{\"id\":\"../x\"}").statusCode());
            assertEquals(400, host.control("POST", "/jobs", "{").statusCode());
        }
    }

    private void write(String path, byte[] bytes) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
