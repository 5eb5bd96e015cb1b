package dev.vitrine.live.rtmp;

import dev.vitrine.live.conform.Conformer;
import dev.vitrine.live.flv.FlvTag;
import dev.vitrine.live.rtmp.TagQueue.Arrived;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Moves tags from the queue through the conformer into the sink, on a thread of its own, so that a
/// sink that hangs can be seen to hang.
///
/// The thread is a platform thread: a write into a process's pipe blocks the thread that carries it.
final class SinkPump {
    private static final System.Logger LOG = System.getLogger(SinkPump.class.getName());
    /// What a sink gets to return from a hanging write after it was told to end.
    private static final Duration UNBLOCK = Duration.ofSeconds(2);

    /// How soon a silence is noticed.
    private static final Duration NOTICE = Duration.ofMillis(100);

    private final StreamSink sink;
    private final TagQueue queue;
    private final Duration stall;
    private final Thread thread;
    private volatile IOException failure;

    /// @param broken called once, from the pump's thread, when the sink fails
    SinkPump(String channel, StreamSink sink, RtmpLimits limits, Runnable broken) {
        this.sink = sink;
        this.queue = new TagQueue(limits.bufferBytes(), limits.stall());
        this.stall = limits.stall();
        this.thread = Thread.ofPlatform().daemon().name("ingest-" + channel).unstarted(() -> pump(broken));
    }

    void start() {
        thread.start();
    }

    void put(FlvTag tag) throws StreamOver {
        try {
            if (!queue.offer(new Arrived(tag, now()))) {
                throw new StreamOver(EndReason.SINK_STALLED, "nothing taken for " + stall.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamOver(EndReason.SHUTDOWN, "interrupted");
        }
    }

    void stopTaking() {
        queue.close();
    }

    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /// Lets the sink take what waits, for as long as it may hang, then ends it.
    void end(StreamEnd end) {
        boolean hangs = end.reason() == EndReason.SINK_STALLED;
        if (hangs) {
            queue.discard();
        } else {
            queue.close();
            hangs = !join(stall);
        }
        sink.end(
                hangs && end.reason() != EndReason.SINK_STALLED
                        ? new StreamEnd(
                                EndReason.SINK_STALLED, "not drained after " + end.reason(), end.bytes(), end.onAir())
                        : end);
        if (hangs && !join(UNBLOCK)) {
            LOG.log(System.Logger.Level.WARNING, "the sink of {0} still hangs after its end", thread.getName());
        }
    }

    private boolean join(Duration limit) {
        try {
            return thread.join(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private void pump(Runnable broken) {
        try {
            Conformer conformer = new Conformer(sink::accept);
            while (!queue.drained()) {
                Optional<Arrived> next = queue.take(NOTICE);
                if (next.isPresent()) {
                    conformer.take(next.get().tag(), next.get().atMillis());
                } else {
                    conformer.quiet(now());
                }
            }
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException e) {
            failure = new IOException("sink failed", e);
        } catch (InterruptedException e) {
            failure = new IOException("interrupted", e);
        }
        if (failure != null) {
            queue.discard();
            broken.run();
        }
    }
}
