package dev.vitrine.it.rooms;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Catalogs;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Encoder;
import dev.vitrine.it.support.Playlist;
import dev.vitrine.it.support.Processes;
import dev.vitrine.it.support.SharedCloud;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A stream that is lost in whatever way interrupts its show, may return, and loses at most the segment being written.
class LostStreamTest {
    private static final int RETURN_WITHIN_SECONDS = 15;
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(20);
    private static final Duration DEATH_NOTICED_WITHIN =
            Duration.ofSeconds(5 + 3); // 5 s at the ingest, then queue and function
    private static final Duration REPLAY_WITHIN = Duration.ofSeconds(60);
    private static final double SEGMENT_SECONDS = 2;

    private static Cloud cloud = Cloud.start(
            SharedCloud.folder().resolve("lost-stream"),
            "--catalog",
            Catalogs.with("delaySeconds: 30", "delaySeconds: " + RETURN_WITHIN_SECONDS)
                    .toString());

    private final Api streamer = cloud.as("lost-stream", "streamer");
    private final Path clip = Encoder.clip(SharedCloud.folder(), "640x360", 12);

    @AfterAll
    static void stop() {
        assertEquals(0, cloud.stop(), "Ctrl-C is an orderly end");
    }

    @Test
    void aKilledEncoderMayReturnAndTheReplayHasBothStreams() {
        var room = streamer.createRoom("Killed encoder").path("id").asText();
        var address = streamer.pushAddress(room);
        double first = onAirFor(8, room, address, Encoder::kill);
        eventually("the death is noticed", DEATH_NOTICED_WITHIN, () -> streamer.state(room), "INTERRUPTED"::equals);
        double second = onAirFor(8, room, address, Encoder::kill);
        eventually(
                "nobody returned, the show is over",
                Duration.ofSeconds(RETURN_WITHIN_SECONDS + 15),
                () -> streamer.state(room),
                "ENDED"::equals);
        var replay = replayOf(room);
        assertTrue(
                replay.path("durationSeconds").asDouble() >= first + second - 2 * (SEGMENT_SECONDS + 1),
                () -> replay + " for " + first + " s and " + second + " s on air");
        assertEquals(
                replay.path("durationSeconds").asDouble(),
                Playlist.read(replay.path("hls").asText()).variants().getFirst().seconds(),
                1.0);
    }

    @Test
    void aKilledTranscoderInterruptsAndTheEncoderMayReturn() {
        var room = streamer.createRoom("Killed transcoder").path("id").asText();
        var address = streamer.pushAddress(room);
        double first = onAirFor(8, room, address, encoder -> {
            var transcoders = Processes.transcoders(cloud);
            assertEquals(1, transcoders.size(), "one transcoder per stream");
            transcoders.forEach(ProcessHandle::destroyForcibly);
            eventually("the encoder is disconnected", Duration.ofSeconds(10), encoder::isAlive, alive -> !alive);
        });
        eventually("the show is interrupted", DEATH_NOTICED_WITHIN, () -> streamer.state(room), "INTERRUPTED"::equals);
        double second = onAirFor(6, room, address, encoder -> streamer.end(room));
        var replay = replayOf(room);
        assertTrue(
                replay.path("durationSeconds").asDouble() >= first + second - 2 * (SEGMENT_SECONDS + 1),
                replay::toString);
    }

    @Test
    void aKilledLocalCloudLosesNothingAcknowledgedAndLeavesNoProcess() {
        var room = streamer.createRoom("Killed cloud").path("id").asText();
        var address = streamer.pushAddress(room);
        var before = new long[1];
        double onAir = onAirFor(10, room, address, encoder -> {
            var below = Processes.below(cloud);
            before[0] = below.size();
            cloud.kill();
            eventually(
                    "no process survives",
                    Duration.ofSeconds(15),
                    () -> below.stream()
                            .filter(ProcessHandle::isAlive)
                            .map(Processes::commandLine)
                            .toList(),
                    java.util.List::isEmpty);
        });
        assertTrue(before[0] > 3, "there were stores and functions to stop");
        cloud.start();
        var afterRestart = cloud.as("lost-stream", "streamer");
        eventually(
                "the room knows that its stream is gone",
                Duration.ofSeconds(30),
                () -> afterRestart.state(room),
                state -> state.equals("INTERRUPTED") || state.equals("ENDED"));
        eventually(
                "the show is over",
                Duration.ofSeconds(RETURN_WITHIN_SECONDS + 30),
                () -> afterRestart.state(room),
                state -> state.equals("ENDED") || state.equals("REPLAY_READY"));
        var replay = replayOf(room);
        assertTrue(
                replay.path("durationSeconds").asDouble() >= onAir - (SEGMENT_SECONDS + 1),
                () -> replay + " for " + onAir + " s on air");
    }

    private interface Ending {
        void end(Encoder encoder);
    }

    /// @return seconds between the first sight of LIVE and the end
    private double onAirFor(int seconds, String room, String address, Ending ending) {
        try (var encoder = Encoder.push(clip, address)) {
            eventually("the room is live", LIVE_WITHIN, () -> streamer.state(room), "LIVE"::equals);
            var live = Instant.now();
            while (Duration.between(live, Instant.now()).toSeconds() < seconds) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
            double onAir = Duration.between(live, Instant.now()).toMillis() / 1000.0;
            ending.end(encoder);
            return onAir;
        }
    }

    private JsonNode replayOf(String room) {
        return eventually(
                        "the replay is ready",
                        REPLAY_WITHIN,
                        () -> cloud.asGuest().room(room),
                        it -> it.path("state").asText().equals("REPLAY_READY"))
                .path("replay");
    }
}
