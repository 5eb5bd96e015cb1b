package dev.vitrine.chat.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;

/// A room of the real local cloud that is on lane B: more sockets than its threshold, which the bench's
/// registry sets low.
final class CrowdedRoom {
    static final int THRESHOLD = 50;

    private static final Duration CHANGES_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 250;

    private final Loop loop;
    private final Crowd crowd;
    private final Tally tally = new Tally();
    private final Talk talk;
    private final HttpOrigin origin;
    private final String folder;
    private final String room;
    private final long slotMillis;

    private CrowdedRoom(Loop loop, VitrineCarrier carrier, RandomGenerator random)
            throws IOException, InterruptedException {
        this.loop = loop;
        this.origin = new HttpOrigin(loop.vertx(), carrier.cloud().url());
        this.talk = new Talk(loop.vertx(), random, tally);
        this.crowd = Crowd.seat(loop, carrier, Talk.SPEAKERS, Talk.SPEAKERS, tally);
        this.room = crowd.room();
        this.folder = "/media/chat/" + room + "/";
        talk(Plan.DANMAKU);
        this.slotMillis = awaitLaneB().path("slotMillis").asLong();
    }

    /// Seats a crowd and waits until the room has changed its lane.
    static CrowdedRoom open(Loop loop, VitrineCarrier carrier, RandomGenerator random)
            throws IOException, InterruptedException {
        System.err.println("lane B: filling a room above its threshold");
        return new CrowdedRoom(loop, carrier, random);
    }

    /// Talks at another rate than before.
    void talk(int danmaku) throws IOException, InterruptedException {
        loop.run(() -> {
            talk.stop();
            tally.begin();
            talk.begin(crowd.seats(), danmaku, Plan.TAPS);
        });
    }

    private JsonNode awaitLaneB() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + CHANGES_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            var stored = loop.await(() -> origin.fetch(folder + "index.json"), CHANGES_WITHIN);
            if (stored.found() && index(stored).path("lane").asText().equals("B")) {
                return index(stored);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IOException("the room did not change to lane B within " + CHANGES_WITHIN.toSeconds() + " s");
    }

    private static JsonNode index(Stored stored) throws IOException {
        try (var content = new GZIPInputStream(new ByteArrayInputStream(stored.body()))) {
            return FrameReader.json(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    HttpOrigin origin() {
        return origin;
    }

    String room() {
        return room;
    }

    String path(long slot) {
        return folder + slot + ".json";
    }

    long slotMillis() {
        return slotMillis;
    }

    /// The slot that runs now.
    long slotNow() {
        return System.currentTimeMillis() / slotMillis;
    }

    void close() throws IOException, InterruptedException {
        loop.run(talk::stop);
        crowd.leave();
    }
}
