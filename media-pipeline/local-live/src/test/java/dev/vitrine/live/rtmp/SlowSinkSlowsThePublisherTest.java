package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.live.PublishAuthorizer;
import dev.vitrine.live.flv.FlvTag;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlowSinkSlowsThePublisherTest {
    private static final int FRAME_BYTES = 100_000;
    /// What the kernel may hold for both ends of a loopback connection (tcp_rmem and tcp_wmem allow 6 + 4 MB).
    private static final long SOCKET_BYTES = 12 << 20;
    /// What is read and dropped so that the publisher can hear why it was ended.
    private static final long FAREWELL_BYTES = 17 << 20;

    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final BlockingQueue<StreamEnd> ends = new LinkedBlockingQueue<>();

    @Test
    void aSinkThatStopsReadingHoldsTheSocketAndThenEndsTheStream() throws Exception {
        RtmpLimits limits =
                RtmpLimits.DEFAULTS.withStall(Duration.ofSeconds(2)).withRate(100_000_000_000L, Duration.ofSeconds(10));
        AtomicLong sent = new AtomicLong();
        try (RtmpServer server = server(limits, new Stuck());
                Publisher publisher = new Publisher(server)) {
            publisher.connect("live");
            assertEquals("NetStream.Publish.Start", publisher.publish("sk_room"));
            publisher.headers();
            Thread pusher = Thread.ofVirtual().start(() -> push(publisher, sent));

            StreamEnd end = ends.poll(30, TimeUnit.SECONDS);

            assertEquals(EndReason.SINK_STALLED, end.reason());
            assertTrue(end.bytes() <= limits.bufferBytes() + 2L * FRAME_BYTES, "took " + end.bytes() + " bytes");
            pusher.join();
            assertTrue(sent.get() <= limits.bufferBytes() + SOCKET_BYTES + FAREWELL_BYTES, "sent " + sent);
        }
    }

    @Test
    void aSlowSinkLosesNothing() throws Exception {
        AtomicLong taken = new AtomicLong();
        StreamSink slow = new StreamSink() {
            @Override
            public void accept(FlvTag tag) throws IOException {
                if (tag.kind() == FlvTag.Kind.VIDEO && !tag.header()) {
                    taken.incrementAndGet();
                }
                try {
                    if (taken.get() < 5) {
                        released.await(200, TimeUnit.MILLISECONDS); // nobody releases: this is the slowness
                    }
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void end(StreamEnd end) {
                ends.add(end);
            }
        };
        RtmpLimits limits = RtmpLimits.DEFAULTS.withRate(100_000_000_000L, Duration.ofSeconds(10));
        try (RtmpServer server = server(limits, slow);
                Publisher publisher = new Publisher(server)) {
            publisher.connect("live");
            assertEquals("NetStream.Publish.Start", publisher.publish("sk_room"));
            publisher.headers();
            for (int i = 0; i < 300; i++) {
                publisher.frame(i, FRAME_BYTES);
            }
            publisher.command("deleteStream", null, 1.0);
            assertEquals(EndReason.UNPUBLISHED, ends.poll(30, TimeUnit.SECONDS).reason());
        }
        assertEquals(300, taken.get());
    }

    @Test
    void aBrokenSinkEndsTheStream() throws Exception {
        StreamSink broken = new StreamSink() {
            @Override
            public void accept(FlvTag tag) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void end(StreamEnd end) {
                ends.add(end);
            }
        };
        try (RtmpServer server = server(RtmpLimits.DEFAULTS, broken);
                Publisher publisher = new Publisher(server)) {
            publisher.connect("live");
            publisher.publish("sk_room");
            publisher.headers();
            publisher.frame(0);
            assertEquals(EndReason.SINK_FAILED, ends.poll(10, TimeUnit.SECONDS).reason());
            assertTrue(publisher.closedByServer());
        }
    }

    @Test
    void aStreamHeldByItsSinkCanBeEndedByTheHost() throws Exception {
        RtmpLimits limits =
                RtmpLimits.DEFAULTS.withStall(Duration.ofSeconds(3)).withRate(100_000_000_000L, Duration.ofSeconds(10));
        try (RtmpServer server = server(limits, new Stuck());
                Publisher publisher = new Publisher(server)) {
            publisher.connect("live");
            publisher.publish("sk_room");
            publisher.headers();
            Thread.ofVirtual().start(() -> push(publisher, new AtomicLong()));
            assertTrue(held.await(10, TimeUnit.SECONDS));
            server.disconnect("room");
            StreamEnd end = ends.poll(20, TimeUnit.SECONDS);
            assertEquals(EndReason.SINK_STALLED, end.reason());
        }
    }

    /// Takes the first tag and hangs until it is ended.
    private final class Stuck implements StreamSink {
        @Override
        public void accept(FlvTag tag) throws IOException {
            held.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void end(StreamEnd end) {
            released.countDown();
            ends.add(end);
        }
    }

    private static void push(Publisher publisher, AtomicLong sent) {
        try {
            for (long time = 0; ; time++) {
                publisher.frame(time, FRAME_BYTES);
                sent.addAndGet(FRAME_BYTES);
            }
        } catch (IOException closed) {
            assertTrue(closed.getMessage() != null);
        }
    }

    private static RtmpServer server(RtmpLimits limits, StreamSink sink) throws IOException {
        return RtmpServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                limits,
                _ -> new PublishAuthorizer.Accepted("room"),
                (_, _) -> sink);
    }
}
