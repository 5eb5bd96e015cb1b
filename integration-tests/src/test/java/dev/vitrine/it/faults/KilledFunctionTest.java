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
    private static final int ROOMS = 40;
    private static final int ROOMS_BETWEEN_KILLS = 6;
    private static final int KILLS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
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
        var created = new AtomicInteger();
        var kills = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var killer = executor.submit(() -> killFunctionsUntil(done, created, kills));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while ((acknowledged.size() < ROOMS || kills.get() < KILLS) && System.nanoTime() < deadline) {
                acknowledged.add(createStubbornly(streamer, "killed-" + acknowledged.size()));
                created.incrementAndGet();
            }
            done.set(true);
            killer.get();
        }
        assertTrue(kills.get() >= KILLS, "functions were killed " + kills + " times");
        eventually(
                "acknowledged and stored are the same",
                Duration.ofSeconds(20), // the last kill may meet the question
                () -> everyRoomOf("killed-function"),
                stored -> stored.equals(new HashSet<>(acknowledged)));
        assertEquals(acknowledged.size(), new HashSet<>(acknowledged).size());
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
                    () -> Processes.transcoders(cloud),
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

    /// Kills every function each time that some rooms more were created, so that a kill meets work and work goes on.
    private static Object killFunctionsUntil(AtomicBoolean done, AtomicInteger created, AtomicInteger kills) {
        for (int next = ROOMS_BETWEEN_KILLS; !done.get(); next = created.get() + ROOMS_BETWEEN_KILLS) {
            int due = next;
            eventually("some rooms more are created", PATIENCE, created::get, count -> count >= due || done.get());
            if (done.get()) {
                return null;
            }
            var victims = Processes.functions(cloud);
            victims.forEach(ProcessHandle::destroyForcibly);
            kills.addAndGet(victims.size());
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
