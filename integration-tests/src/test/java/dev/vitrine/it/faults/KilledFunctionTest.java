package dev.vitrine.it.faults;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Encoder;
import dev.vitrine.it.support.Processes;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A function killed in the middle of an invocation costs a retry, never an acknowledged change and never a second one.
class KilledFunctionTest {
    private static final int ROOMS = 60;
    private static final int TRIES = 40;

    private static final Cloud cloud = Cloud.start(SharedCloud.folder().resolve("killed-function"));

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void everyAcknowledgedRoomExistsOnceWhateverIsKilled() throws Exception {
        var streamer = cloud.as("killed-function", "streamer");
        var acknowledged = new ArrayList<String>();
        var done = new AtomicBoolean();
        var kills = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var killer = executor.submit(() -> killFunctionsUntil(done, kills));
            for (int i = 0; i < ROOMS; i++) {
                acknowledged.add(createStubbornly(streamer, "killed-" + i));
            }
            done.set(true);
            killer.get();
        }
        assertTrue(kills.get() >= 3, "functions were killed " + kills + " times");
        assertEquals(
                new HashSet<>(acknowledged), everyRoomOf("killed-function"), "acknowledged and stored are the same");
        assertEquals(ROOMS, new HashSet<>(acknowledged).size());
    }

    @Test
    void aShowGoesLiveAlthoughEveryFunctionIsKilledMeanwhile() throws Exception {
        var streamer = cloud.as("killed-on-the-way", "streamer");
        var room = streamer.createRoom("Killed on the way").path("id").asText();
        var address = streamer.pushAddress(room);
        var clip = Encoder.clip(SharedCloud.folder(), "640x360", 12);
        try (var encoder = Encoder.push(clip, address)) {
            eventually(
                    "the stream is accepted",
                    Duration.ofSeconds(20),
                    () -> Processes.transcoders(cloud, room),
                    found -> !found.isEmpty());
            Processes.functions(cloud).forEach(ProcessHandle::destroyForcibly);
            eventually(
                    "the room is live all the same",
                    Duration.ofSeconds(90),
                    () -> streamer.state(room),
                    "LIVE"::equals);
            streamer.end(room);
        }
        eventually("and gets its replay", Duration.ofSeconds(90), () -> streamer.state(room), "REPLAY_READY"::equals);
    }

    private static Object killFunctionsUntil(AtomicBoolean done, AtomicInteger kills) {
        while (!done.get()) {
            var victims = eventually(
                    "a function runs",
                    Duration.ofSeconds(30),
                    () -> Processes.functions(cloud),
                    found -> !found.isEmpty() || done.get());
            victims.forEach(ProcessHandle::destroyForcibly);
            kills.addAndGet(victims.size());
            long next = System.nanoTime() + Duration.ofSeconds(4).toNanos();
            eventually(
                    "the next kill is due", Duration.ofSeconds(10), System::nanoTime, now -> now > next || done.get());
        }
        return null;
    }

    /// As a good client does: the same request with the same key until it is answered.
    private static String createStubbornly(Api streamer, String key) {
        for (int i = 0; i < TRIES; i++) {
            var answer = streamer.post("/v1/rooms", Map.of("title", key), Map.of("idempotency-key", key));
            if (answer.status() == 201) {
                return answer.json().path("id").asText();
            }
            assertTrue(
                    answer.status() >= 500 || answer.status() == 429,
                    () -> "only the server's faults may be seen: " + answer);
        }
        throw new AssertionError("not created after " + TRIES + " tries");
    }

    private static HashSet<String> everyRoomOf(String streamer) {
        var rooms = new HashSet<String>();
        var cursor = "";
        do {
            var page = cloud.asGuest()
                    .get("/v1/rooms?streamer=" + streamer + "&limit=100" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(room -> rooms.add(room.path("id").asText()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        return rooms;
    }
}
