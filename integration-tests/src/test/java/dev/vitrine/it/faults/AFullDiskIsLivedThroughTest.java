package dev.vitrine.it.faults;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Encoder;
import dev.vitrine.it.support.LocalQueue;
import dev.vitrine.it.support.SharedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The disk of the data folder is full for a while: stores end, hang and are started again for ever. Once
/// there is room the product is whole by itself, and all that it acknowledged is there.
class AFullDiskIsLivedThroughTest {
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(60);
    private static final Duration REPLAY_WITHIN = Duration.ofSeconds(120);
    /// Nobody takes from it.
    private static final String QUEUE = "rooms-events-dlq";

    @Test
    void theProductIsWholeAgainWithinThirtySecondsOfTheEndOfIt() throws Exception {
        try (var disk = BoundedDisk.mountedAt(SharedCloud.folder().resolve("full-disk"));
                var cloud = Cloud.start(disk.folder());
                var people = new People(cloud, "full-disk")) {
            var queue = new LocalQueue(cloud, QUEUE);
            var sent = new ArrayList<String>();
            send(queue, sent);

            disk.fill();
            eventually(
                    "the disk and the stores are told as down",
                    TOLD_WITHIN,
                    () -> {
                        send(queue, sent);
                        return console(cloud);
                    },
                    told -> told.contains("disk of the data folder is down") && told.contains("SQS is down"));
            assertTrue(cloud.asGuest().get("/health").status() == 503, "and at /health");

            disk.makeRoom();
            people.areWholeWithin(People.WHOLE_WITHIN, System.nanoTime());

            people.findAllThatWasAcknowledged();
            send(queue, sent);
            assertTrue(bodies(queue).containsAll(sent), "every message that was taken is in the queue");
            assertTrue(console(cloud).contains("SQS is back after"), console(cloud));
            aShowIsPlayedAndReplayed(cloud);
        }
    }

    /// What is not answered was not acknowledged.
    private static void send(LocalQueue queue, List<String> sent) {
        var body = "message " + sent.size();
        try {
            queue.send(body);
            sent.add(body);
        } catch (RuntimeException notTaken) {
            // the disk is full
        }
    }

    private static Set<String> bodies(LocalQueue queue) {
        var found = new HashSet<String>();
        for (var some = queue.bodies(); !some.isEmpty(); some = queue.bodies()) {
            found.addAll(some);
        }
        return found;
    }

    private static String console(Cloud cloud) throws IOException {
        return Files.readString(cloud.log());
    }

    private static void aShowIsPlayedAndReplayed(Cloud cloud) {
        var streamer = cloud.as("after-the-full-disk", "streamer");
        var room = streamer.createRoom("After").path("id").asText();
        var clip = Encoder.clip(SharedCloud.folder(), "640x360", 8);
        try (var encoder = Encoder.push(clip, streamer.pushAddress(room))) {
            eventually("the room is live", REPLAY_WITHIN, () -> streamer.state(room), "LIVE"::equals);
            streamer.end(room);
        }
        eventually("and gets its replay", REPLAY_WITHIN, () -> streamer.state(room), "REPLAY_READY"::equals);
    }
}
