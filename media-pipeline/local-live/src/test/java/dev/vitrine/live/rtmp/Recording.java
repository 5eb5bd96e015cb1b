package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.vitrine.live.PublishAuthorizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on a free port whose streams are kept as FLV in memory; keys `sk_NAME` push into channel `NAME`.
final class Recording implements AutoCloseable {
    record Stream(String channel, MediaInfo media, ByteArrayOutputStream flv, BlockingQueue<StreamEnd> end) {
        StreamEnd ended() throws InterruptedException {
            StreamEnd ended = end.poll(30, TimeUnit.SECONDS);
            assertNotNull(ended, "the stream of " + channel + " should have ended");
            return ended;
        }

        Path save(Path folder) throws IOException {
            return Files.write(folder.resolve(channel + ".flv"), flv.toByteArray());
        }
    }

    final BlockingQueue<Stream> streams = new LinkedBlockingQueue<>();
    final List<String> asked = new ArrayList<>();
    /// So many questions about keys get no answer.
    final AtomicInteger unanswered = new AtomicInteger();
    final RtmpServer server;

    Recording(RtmpLimits limits, String... channels) throws IOException {
        server = RtmpServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                limits,
                hash -> authorize(hash, channels),
                this::record);
    }

    Stream next() throws InterruptedException {
        Stream stream = streams.poll(30, TimeUnit.SECONDS);
        assertNotNull(stream, "a stream should have begun");
        return stream;
    }

    String url(String key) {
        return "rtmp://127.0.0.1:" + server.port() + "/live/" + key;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized PublishAuthorizer.Decision authorize(String hash, String... channels) {
        asked.add(hash);
        if (unanswered.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("no answer in time");
        }
        for (String channel : channels) {
            if (StreamKey.of("sk_" + channel).orElseThrow().hash().equals(hash)) {
                return new PublishAuthorizer.Accepted(channel);
            }
        }
        return new PublishAuthorizer.Refused("UNKNOWN_KEY");
    }

    private StreamSink record(String channel, MediaInfo media) {
        Stream stream = new Stream(channel, media, new ByteArrayOutputStream(), new LinkedBlockingQueue<>());
        streams.add(stream);
        return new FlvWriter(stream.flv(), stream.end()::add);
    }

    static RtmpLimits quick() {
        return RtmpLimits.DEFAULTS.withIdle(Duration.ofSeconds(2));
    }
}
