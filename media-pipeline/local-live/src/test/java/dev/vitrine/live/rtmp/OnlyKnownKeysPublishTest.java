package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlyKnownKeysPublishTest {
    @TempDir
    Path folder;

    private Recording recording;

    @BeforeEach
    void serve() throws Exception {
        recording = new Recording(Recording.quick(), "room", "other");
    }

    @AfterEach
    void close() {
        recording.close();
    }

    @Test
    void anUnknownKeyIsTurnedAwayBeforeItsMedia() throws Exception {
        try (Publisher publisher = new Publisher(recording.server)) {
            publisher.connect("live");
            assertEquals("NetStream.Publish.BadName", publisher.publish("sk_nobody"));
            assertTrue(publisher.closedByServer());
        }
        assertTrue(recording.streams.isEmpty());
    }

    @Test
    void aQuestionWithoutAnAnswerIsAskedAgainWithinTheEncodersPatience() throws Exception {
        recording.unanswered.set(3);
        try (Publisher publisher = Publisher.publishing(recording, "sk_room")) {
            publisher.headers();
            publisher.frame(0);
            assertEquals("room", recording.next().channel());
        }
        assertEquals(4, recording.asked.size());
    }

    @Test
    void aKeyThatCannotBeCheckedAtAllIsToldSo() throws Exception {
        recording.unanswered.set(Integer.MAX_VALUE);
        try (Publisher publisher = new Publisher(recording.server)) {
            publisher.connect("live");
            assertEquals("NetStream.Publish.Failed", publisher.publish("sk_room"));
            assertTrue(publisher.closedByServer());
        }
    }

    /// GStreamer takes a connection that is closed between the two for a failure.
    @Test
    void anEncoderThatSaysItLeavesClosesItsStreamItself() throws Exception {
        try (Publisher publisher = Publisher.publishing(recording, "sk_room")) {
            publisher.headers();
            publisher.frame(0);
            Recording.Stream stream = recording.next();
            publisher.command("FCUnpublish", null, "sk_room");
            publisher.frame(33);
            publisher.command("deleteStream", null, 1.0);
            assertEquals("NetStream.Unpublish.Success", publisher.status());
            assertEquals(EndReason.UNPUBLISHED, stream.ended().reason());
        }
    }

    @Test
    void anEncoderWithAnUnknownKeyFails() throws Exception {
        Path log = folder.resolve("encoder.log");
        Process encoder = Encoders.push(
                "packaged",
                log,
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=640x360:r=30",
                "-c:v",
                "libx264",
                "-f",
                "flv",
                recording.url("sk_nobody"));
        assertNotEquals(0, Encoders.exit(encoder));
        assertTrue(Files.readString(log).contains("This stream key cannot publish now."), Files.readString(log));
    }

    @Test
    void onlyTheKeysHashIsAskedAbout() throws Exception {
        try (Publisher publisher = Publisher.publishing(recording, "sk_room?token=1")) {
            publisher.headers();
            publisher.frame(0);
            assertEquals("room", recording.next().channel());
        }
        assertEquals(List.of(StreamKey.of("sk_room").orElseThrow().hash()), recording.asked);
        // SHA-256 of "abc": FIPS 180-2, appendix B.1.
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                StreamKey.of("abc").orElseThrow().hash());
    }

    @Test
    void aKeyInUseIsTurnedAwayAndTheFirstGoesOn() throws Exception {
        try (Publisher first = Publisher.publishing(recording, "sk_room");
                Publisher second = new Publisher(recording.server);
                Publisher other = Publisher.publishing(recording, "sk_other")) {
            first.headers();
            first.frame(0);
            Recording.Stream stream = recording.next();
            second.connect("live");
            assertEquals("NetStream.Publish.BadName", second.publish("sk_room"));
            other.headers();
            other.frame(0);
            assertEquals("other", recording.next().channel());
            first.frame(33);
            first.command("FCUnpublish", null, "sk_room");
            assertEquals(EndReason.UNPUBLISHED, stream.ended().reason());
        }
    }

    @Test
    void aChannelIsFreeOnceItsSilentPublisherIsGivenUp() throws Exception {
        try (Publisher silent = Publisher.publishing(recording, "sk_room")) {
            silent.headers();
            silent.frame(0);
            Recording.Stream first = recording.next();
            assertEquals(EndReason.SILENT, first.ended().reason());
            String code = "NetStream.Publish.BadName";
            long until = System.nanoTime() + 3_000_000_000L;
            while (!code.equals("NetStream.Publish.Start") && System.nanoTime() < until) {
                try (Publisher again = new Publisher(recording.server)) {
                    again.connect("live");
                    code = again.publish("sk_room");
                }
            }
            assertEquals("NetStream.Publish.Start", code);
        }
    }

    @Test
    void nothingIsPlayedAndNoOtherApplicationIsServed() throws Exception {
        try (Publisher player = new Publisher(recording.server);
                Publisher stranger = new Publisher(recording.server)) {
            player.connect("live");
            player.command("play", null, "sk_room");
            assertEquals("NetStream.Play.Failed", player.status());
            stranger.connect("vod");
            assertEquals("NetConnection.Connect.Rejected", stranger.status());
        }
    }

    @Test
    void mediaBeforePublishEndsTheConnection() throws Exception {
        try (Publisher publisher = new Publisher(recording.server)) {
            publisher.connect("live");
            publisher.frame(0);
            assertTrue(publisher.closedByServer());
        }
        assertTrue(recording.asked.isEmpty());
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws Exception {
        try (Publisher publisher = new Publisher(recording.server)) {
            assertTrue(publisher.closedByServer());
        }
    }

    @Test
    void whenTheKeyCannotBeCheckedNobodyPublishes() throws Exception {
        try (RtmpServer server = RtmpServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        RtmpLimits.DEFAULTS,
                        _ -> {
                            throw new IllegalStateException("no answer");
                        },
                        (_, _) -> {
                            throw new AssertionError("nothing was authorised");
                        });
                Publisher publisher = new Publisher(server)) {
            publisher.connect("live");
            assertEquals("NetStream.Publish.Failed", publisher.publish("sk_room"));
        }
    }

    @Test
    void pingsAreAnswered() throws Exception {
        try (Publisher publisher = Publisher.publishing(recording, "sk_room")) {
            publisher.send(new Chunks()
                    .message(2, 128, new Message(Message.USER_CONTROL, 0, 0, new byte[] {0, 6, 1, 2, 3, 4}))
                    .bytes());
            Message pong = publisher.answer();
            assertEquals(Message.USER_CONTROL, pong.type());
            assertEquals(7, pong.body()[1]);
            assertEquals(0x01020304, java.nio.ByteBuffer.wrap(pong.body(), 2, 4).getInt());
        }
    }

    @Test
    void metadataFromThePublisherIsNotPassedOn() throws Exception {
        Recording.Stream stream;
        try (Publisher publisher = Publisher.publishing(recording, "sk_room")) {
            publisher.metadata(Map.of("audiocodecid", 10.0, "duration", 1e9, "secret", "text"));
            publisher.headers();
            publisher.frame(0);
            stream = recording.next();
        }
        assertEquals(EndReason.CONNECTION_LOST, stream.ended().reason());
        assertFalse(stream.flv()
                .toString(java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("secret"));
    }
}
