package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamsEndForAReasonTest {
    @Test
    void aDeadPublisherIsNoticed() throws Exception {
        try (Recording recording = new Recording(Recording.quick(), "room");
                Publisher publisher = onAir(recording)) {
            Recording.Stream stream = recording.next();
            assertEquals(EndReason.SILENT, stream.ended().reason());
            assertTrue(publisher.closedByServer());
        }
        assertTrue(RtmpLimits.DEFAULTS.idle().compareTo(Duration.ofSeconds(5)) <= 0);
    }

    @Test
    void theHostCanEndAStream() throws Exception {
        try (Recording recording = new Recording(RtmpLimits.DEFAULTS, "room");
                Publisher publisher = onAir(recording)) {
            Recording.Stream stream = recording.next();
            recording.server.disconnect("nobody");
            recording.server.disconnect("room");
            assertEquals(EndReason.DISCONNECTED, stream.ended().reason());
            assertTrue(publisher.closedByServer());
        }
    }

    @Test
    void closingTheServerEndsItsStreams() throws Exception {
        Recording recording = new Recording(RtmpLimits.DEFAULTS, "room");
        try (Publisher publisher = onAir(recording)) {
            Recording.Stream stream = recording.next();
            recording.close();
            assertEquals(EndReason.SHUTDOWN, stream.end().poll().reason());
        }
    }

    @Test
    void aLostConnectionIsNotAnUnpublish() throws Exception {
        try (Recording recording = new Recording(RtmpLimits.DEFAULTS, "room")) {
            onAir(recording).close();
            assertEquals(EndReason.CONNECTION_LOST, recording.next().ended().reason());
        }
    }

    @Test
    void tooManyBitsEndIt() throws Exception {
        RtmpLimits limits = RtmpLimits.DEFAULTS.withRate(1_000_000, Duration.ofSeconds(1));
        try (Recording recording = new Recording(limits, "room");
                Publisher publisher = onAir(recording)) {
            for (int i = 1; i < 4; i++) {
                publisher.frame(i, 50_000);
            }
            assertEquals("NetStream.Publish.Rejected", publisher.status());
            assertEquals(EndReason.RATE_EXCEEDED, recording.next().ended().reason());
        }
    }

    @Test
    void anOverlongShowEnds() throws Exception {
        try (Recording recording = new Recording(RtmpLimits.DEFAULTS.withShowLength(Duration.ofMillis(1)), "room");
                Publisher publisher = onAir(recording)) {
            Recording.Stream stream = recording.next();
            StreamEnd end = null;
            for (int i = 1; end == null && i < 2_000; i++) {
                publishUnlessClosed(publisher, i);
                end = stream.end().poll(5, TimeUnit.MILLISECONDS);
            }
            assertNotNull(end);
            assertEquals(EndReason.TOO_LONG, end.reason());
        }
    }

    private static void publishUnlessClosed(Publisher publisher, long time) {
        try {
            publisher.frame(time);
        } catch (IOException closed) {
            assertNotNull(closed.getMessage()); // the end is on its way
        }
    }

    @Test
    void otherCodecsAreRefusedWithAStatus() throws Exception {
        try (Recording recording = new Recording(RtmpLimits.DEFAULTS, "room");
                Publisher publisher = Publisher.publishing(recording, "sk_room")) {
            publisher.video(0, CodecHeadersAreCheckedTest.hex("9068766331" + "01020304"));
            assertEquals("NetStream.Publish.Rejected", publisher.status());
            assertTrue(publisher.closedByServer());
            assertTrue(recording.streams.isEmpty());
        }
    }

    @Test
    void timestampsThatMakeNoSenseDoNotEndIt() throws Exception {
        try (Recording recording = new Recording(RtmpLimits.DEFAULTS, "room")) {
            Recording.Stream stream;
            try (Publisher publisher = onAir(recording)) {
                publisher.frame(37_600_000);
                publisher.frame(40);
                publisher.frame(0x80000000L);
                publisher.frame(80);
                stream = recording.next();
            }
            assertEquals(EndReason.CONNECTION_LOST, stream.ended().reason());
        }
    }

    private static Publisher onAir(Recording recording) throws IOException {
        Publisher publisher = Publisher.publishing(recording, "sk_room");
        publisher.headers();
        publisher.frame(0);
        return publisher;
    }
}
