package dev.vitrine.it.chat;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.it.support.BrowserScript;
import dev.vitrine.it.support.Catalogs;
import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.PublicObjects;
import dev.vitrine.it.support.SharedCloud;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A room that grows past the threshold goes on behind the CDN, and comes back when it shrinks; nobody misses
/// anything and nobody sees anything twice.
class LaneChangeTest {
    /// Reader, speaker and browser stay below four fifths of it.
    private static final int THRESHOLD = 4;

    private static final int BEFORE_THE_CROWD = 3;
    private static final int GOES_ON = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// Below the rate that one viewer may keep up for ever.
    private static final Duration PAUSE = Duration.ofMillis(700);

    private static final Cloud cloud = Cloud.start(
            SharedCloud.folder().resolve("lanes"),
            "--catalog",
            Catalogs.with("VITRINE_CHAT_LANE_THRESHOLD: '500'", "VITRINE_CHAT_LANE_THRESHOLD: '" + THRESHOLD + "'")
                    .toString());

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @Test
    void nothingIsMissedOrRepeatedFromLaneToLane() throws Exception {
        var streamer = cloud.as("lanes-streamer", "streamer");
        var room = Chatting.openRoom(cloud, streamer, "Lanes");
        var said = new ArrayList<String>();
        var done = new AtomicBoolean();
        try (var reader = Chatting.enterAsGuest(cloud, room);
                var speaker = Chatting.enter(cloud, room, "lanes-streamer", "streamer");
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var talk = Thread.ofVirtual().start(() -> talk(speaker, said, done));
            assertEquals("A", reader.joined().path("lane").asText());
            var browser = executor.submit(() -> followInABrowser(room));
            eventually(
                    "the browser is in the room",
                    PATIENCE,
                    () -> reader.read().items("presence"),
                    told -> !told.isEmpty() && told.getLast().path("viewers").asInt() == BEFORE_THE_CROWD);
            goesOn(reader, 0, "lane A");

            var crowd = new ArrayList<ChatSocket>();
            for (int i = 0; i < THRESHOLD; i++) {
                crowd.add(Chatting.enterAsGuest(cloud, room));
            }
            var toB = reader.awaitItem("the change to lane B", item -> lane(item, "B"));
            goesOn(reader, toB.path("seq").asLong(), "lane B");
            segmentsAreCachedForAMinuteAndTheIndexForASecond(toB.path("segments"));

            crowd.forEach(ChatSocket::close);
            var toA = reader.awaitItem("the change back to lane A", item -> lane(item, "A"));
            goesOn(reader, toA.path("seq").asLong(), "lane A again");
            browser.get();
            done.set(true);
            talk.join();
            eventually(
                    "everything said was shown", PATIENCE, () -> reader.read().texts(), said::equals);
            assertEquals(List.of(), reader.read().faults());
        }
    }

    /// Long enough for the browser to be seen reading on, too.
    private static void goesOn(ChatSocket reader, long from, String where) {
        eventually(
                "talk goes on in " + where,
                PATIENCE,
                () -> reader.read().items("danmaku"),
                seen -> seen.stream()
                                .filter(item -> item.path("seq").asLong() > from)
                                .count()
                        >= GOES_ON);
    }

    private static Void followInABrowser(String room) throws Exception {
        BrowserScript.run(
                Duration.ofMinutes(5),
                "lanes.mjs",
                "--url",
                cloud.url().toString(),
                "--room",
                room,
                "--pictures",
                SharedCloud.folder().resolve("pictures").toString());
        return null;
    }

    private static void talk(ChatSocket speaker, List<String> said, AtomicBoolean done) {
        for (int i = 0; !done.get(); i++) {
            var text = "line " + i;
            var reply = speaker.say(text);
            assertTrue(reply.path("ok").asBoolean(), reply.toString());
            said.add(text);
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private static boolean lane(JsonNode item, String lane) {
        return item.path("kind").asText().equals("lane")
                && item.path("lane").asText().equals(lane);
    }

    private static void segmentsAreCachedForAMinuteAndTheIndexForASecond(JsonNode how) {
        var base = URI.create(how.path("base").asText());
        var first = base.resolve(how.path("from").asLong() + ".json");
        eventually("the first segment", PATIENCE, () -> PublicObjects.get(first), found -> found.isPresent());
        var segment = PublicObjects.fetch(first).headers();
        assertEquals("public, max-age=60", segment.firstValue("cache-control").orElse(""));
        assertEquals("gzip", segment.firstValue("content-encoding").orElse(""));
        var index = PublicObjects.fetch(base.resolve("index.json"));
        assertEquals(200, index.statusCode());
        assertTrue(index.headers().firstValue("cache-control").orElse("").contains("max-age=1"), index.toString());
        var missing = PublicObjects.fetch(base.resolve("1.json"));
        assertEquals(404, missing.statusCode());
        assertTrue(missing.headers().firstValue("cache-control").orElse("").contains("max-age=1"), missing.toString());
    }
}
