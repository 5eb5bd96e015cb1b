package dev.vitrine.it.faults;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.SharedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Everything was killed and is started again while everybody waits: functions start a few at a time.
class EverythingStartsColdTest {
    private static final int REQUESTS = 50;
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(60);

    private static final Cloud cloud = Cloud.start(SharedCloud.folder().resolve("cold"));

    @AfterAll
    static void stop() {
        cloud.close();
    }

    /// As the log tells of all who call functions.
    private static long initsTimedOut() throws IOException {
        long count = 0;
        try (var logs = Files.list(cloud.data().resolve("log"))) {
            for (var log : (Iterable<Path>) logs::iterator) {
                if (log.getFileName().toString().startsWith("local-cloud.")) {
                    count += Files.readString(log)
                            .lines()
                            .filter(line -> line.contains("Init timed out"))
                            .count();
                }
            }
        }
        return count;
    }

    /// Everything is cold, and everybody is there already.
    @Test
    void fiftyRequestsAfterARestartOfEverythingMeetNoInitThatTimedOut() throws Exception {
        var streamer = cloud.as("restarted", "streamer", "viewer");
        var room = streamer.createRoom("Restarted").path("id").asText();
        var talk = "/v1/rooms/" + room + "/chat";
        eventually("chat hears of it", HEARD_WITHIN, () -> streamer.get(talk).status(), status -> status == 200);
        var before = initsTimedOut();
        cloud.kill();
        cloud.start();
        var paths = List.of("/v1/rooms?limit=1", "/v1/wallet", talk, "/v1/income", "/v1/gifts");
        var requests = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < REQUESTS; i++) {
            var path = paths.get(i % paths.size());
            requests.add(() -> streamer.get(path).status());
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : executor.invokeAll(requests)) {
                // who waits for others longer than ten seconds is told to come back
                assertTrue(List.of(200, 429).contains(answer.get()), "answered " + answer.get());
            }
        }
        assertEquals(before, initsTimedOut(), "queues, timers and sockets met none either");
        for (var path : paths) {
            eventually(path, Duration.ofSeconds(30), () -> streamer.get(path).status(), status -> status == 200);
        }
    }
}
