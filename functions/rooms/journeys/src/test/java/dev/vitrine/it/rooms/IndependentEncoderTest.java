package dev.vitrine.it.rooms;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Encoder;
import dev.vitrine.it.support.Playlist;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Any encoder can push, in any shape of picture, with the right key and with no other.
class IndependentEncoderTest {
    private static final Duration LIVE_WITHIN = Duration.ofSeconds(20);
    private static final Duration REPLAY_WITHIN = Duration.ofSeconds(40);
    private static final int CLIP_SECONDS = 12;

    private final Cloud cloud = SharedCloud.get();
    private final Api streamer = cloud.as("encoder-owner", "streamer");

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({"1280x720, 1280x720|960x540|640x360", "720x1280, 720x1280|540x960|360x640", "854x480, 854x480|640x360"})
    void theLadderKeepsTheSourcesShapeAndNeverScalesUp(String size, String expected) {
        var room = streamer.createRoom("Encoder " + size).path("id").asText();
        var clip = Encoder.clip(SharedCloud.folder(), size, CLIP_SECONDS);
        try (var encoder = Encoder.push(clip, streamer.pushAddress(room))) {
            eventually("the room is live", LIVE_WITHIN, () -> streamer.state(room), "LIVE"::equals);
            var hls = Playlist.read(
                    streamer.room(room).path("playback").path("hls").asText());
            var sizes = hls.resolutions().stream()
                    .sorted((a, b) -> height(b) - height(a))
                    .toList();
            assertEquals(List.of(expected.split("\\|")), sizes);
            var dash = cloud.asGuest()
                    .get(streamer.room(room).path("playback").path("dash").asText())
                    .expect(200)
                    .text();
            assertTrue(dash.contains("<MPD"), dash);
            streamer.end(room);
        }
        var replay = eventually("the replay is ready", REPLAY_WITHIN, () -> streamer.room(room), it -> it.path("state")
                        .asText()
                        .equals("REPLAY_READY"))
                .path("replay");
        assertEquals(
                size,
                Playlist.read(replay.path("hls").asText()).resolutions().stream()
                        .sorted((a, b) -> height(b) - height(a))
                        .findFirst()
                        .orElseThrow());
    }

    private static int height(String size) {
        return Integer.parseInt(size.substring(size.indexOf('x') + 1));
    }

    @Test
    void aWrongKeyIsRefused() {
        var room = streamer.createRoom("Wrong key").path("id").asText();
        var address = streamer.pushAddress(room);
        var clip = Encoder.clip(SharedCloud.folder(), "640x360", CLIP_SECONDS);
        try (var encoder = Encoder.push(clip, address.substring(0, address.length() - 4) + "0000")) {
            encoder.awaitRefusal(Duration.ofSeconds(20));
        }
        assertEquals("READY", streamer.state(room));
    }

    @Test
    void aRotatedKeyNoLongerOpensTheRoom() {
        var room = streamer.createRoom("Rotated key").path("id").asText();
        var first = streamer.pushAddress(room);
        streamer.pushAddress(room);
        var clip = Encoder.clip(SharedCloud.folder(), "640x360", CLIP_SECONDS);
        try (var encoder = Encoder.push(clip, first)) {
            encoder.awaitRefusal(Duration.ofSeconds(20));
        }
    }

    @Test
    void aKeyInUseIsRefusedAndTheFirstStreamGoesOn() {
        var room = streamer.createRoom("Key in use").path("id").asText();
        var address = streamer.pushAddress(room);
        var clip = Encoder.clip(SharedCloud.folder(), "640x360", CLIP_SECONDS);
        try (var first = Encoder.push(clip, address)) {
            eventually("the room is live", LIVE_WITHIN, () -> streamer.state(room), "LIVE"::equals);
            try (var second = Encoder.push(clip, address)) {
                second.awaitRefusal(Duration.ofSeconds(20));
            }
            assertTrue(first.isAlive());
            assertEquals("LIVE", streamer.state(room));
            streamer.end(room);
        }
    }

    @Test
    void anEndedShowTakesNoMorePushes() {
        var room = streamer.createRoom("Ended").path("id").asText();
        var address = streamer.pushAddress(room);
        var clip = Encoder.clip(SharedCloud.folder(), "640x360", CLIP_SECONDS);
        try (var encoder = Encoder.push(clip, address)) {
            eventually("the room is live", LIVE_WITHIN, () -> streamer.state(room), "LIVE"::equals);
            streamer.end(room);
            eventually("the encoder is disconnected", Duration.ofSeconds(10), encoder::isAlive, alive -> !alive);
        }
        try (var again = Encoder.push(clip, address)) {
            again.awaitRefusal(Duration.ofSeconds(20));
        }
    }

    @Test
    void threeStreamsAtOnceStayLive() {
        var clip = Encoder.clip(SharedCloud.folder(), "1280x720", CLIP_SECONDS);
        var rooms = List.of("a", "b", "c").stream()
                .map(name ->
                        streamer.createRoom("Three at once " + name).path("id").asText())
                .toList();
        var encoders = rooms.stream()
                .map(room -> Encoder.push(clip, streamer.pushAddress(room)))
                .toList();
        try {
            rooms.forEach(room -> eventually(
                    "room " + room + " is live", Duration.ofSeconds(40), () -> streamer.state(room), "LIVE"::equals));
            var before = rooms.stream().map(this::nextSegment).toList();
            long begun = System.nanoTime();
            var onePassOfTheClip = Duration.ofSeconds(20);
            eventually(
                    "twenty seconds pass",
                    onePassOfTheClip.plusSeconds(5),
                    () -> System.nanoTime() - begun,
                    passed -> passed > onePassOfTheClip.toNanos());
            double passed = (System.nanoTime() - begun) / 1e9;
            for (int i = 0; i < rooms.size(); i++) {
                assertEquals("LIVE", streamer.state(rooms.get(i)));
                long segments = nextSegment(rooms.get(i)) - before.get(i);
                assertTrue(
                        segments * 2 >= passed - 6,
                        "room " + i + " fell behind: " + segments + " segments of 2 s in " + passed + " s");
            }
        } finally {
            encoders.forEach(Encoder::close);
            rooms.forEach(room -> streamer.post("/v1/rooms/" + room + "/end", null));
        }
        assertFalse(encoders.stream().anyMatch(Encoder::isAlive));
    }

    private long nextSegment(String room) {
        return Playlist.read(streamer.room(room).path("playback").path("hls").asText())
                .variants()
                .getFirst()
                .nextSegment();
    }
}
