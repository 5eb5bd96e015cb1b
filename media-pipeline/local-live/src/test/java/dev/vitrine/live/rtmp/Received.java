package dev.vitrine.live.rtmp;

import dev.vitrine.live.PublishAuthorizer;
import dev.vitrine.live.flv.FlvTag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server for tests of other packages: takes any key into one channel and keeps what arrives.
public final class Received implements AutoCloseable {
    private final ByteArrayOutputStream flv = new ByteArrayOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final RtmpServer server;
    private int videoFrames;

    public Received(String channel) throws IOException {
        server = RtmpServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                RtmpLimits.DEFAULTS,
                _ -> new PublishAuthorizer.Accepted(channel),
                this::sink);
    }

    public String ingestUrl() {
        return "rtmp://127.0.0.1:" + server.port() + "/live";
    }

    public synchronized void awaitVideoFrames(int count, long limit, TimeUnit unit)
            throws InterruptedException, TimeoutException {
        long until = System.nanoTime() + unit.toNanos(limit);
        while (videoFrames < count) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new TimeoutException(videoFrames + " of " + count + " frames came");
            }
            wait(left);
        }
    }

    /// Waits for the stream's end and keeps it as a file.
    public Path save(Path folder) throws IOException, InterruptedException {
        if (!ended.await(30, TimeUnit.SECONDS)) {
            throw new IOException("the stream should have ended");
        }
        return Files.write(folder.resolve("received.flv"), flv.toByteArray());
    }

    @Override
    public void close() {
        server.close();
    }

    private StreamSink sink(String channel, MediaInfo media) {
        FlvWriter writer = new FlvWriter(flv, _ -> ended.countDown());
        return new StreamSink() {
            @Override
            public void accept(FlvTag tag) throws IOException {
                writer.accept(tag);
                if (tag.kind() == FlvTag.Kind.VIDEO && tag.body()[1] == 1) {
                    count();
                }
            }

            @Override
            public void end(StreamEnd end) {
                writer.end(end);
            }
        };
    }

    private synchronized void count() {
        videoFrames++;
        notifyAll();
    }
}
