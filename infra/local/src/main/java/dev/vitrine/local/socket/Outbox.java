package dev.vitrine.local.socket;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.util.List;

/// Frames on their way to one client, written by a thread of its own: whoever posts never waits for the
/// network.
final class Outbox implements Runnable {
    /// Frames that wait together travel together, up to this size.
    private static final int WRITE_BYTES = 64 * 1024;

    private static final long NOT_WRITING = Long.MIN_VALUE;

    private final BoundedQueue<byte[]> frames;
    private final byte[] greeting;
    private final DataWriter out;
    private volatile long writingSince = NOT_WRITING;

    /// @param greeting what is written before any frame: the answer to the handshake
    Outbox(SocketSettings.Bound bound, Budget budget, byte[] greeting, DataWriter out) {
        this.greeting = greeting;
        this.frames = new BoundedQueue<>(bound, budget);
        this.out = out;
    }

    BoundedQueue.Offer offer(byte[] frame) {
        return frames.offer(frame, frame.length);
    }

    /// Waits for room: for the thread that works for this client alone.
    BoundedQueue.Offer put(byte[] frame) throws InterruptedException {
        return frames.put(frame, frame.length);
    }

    /// The last frame; nothing is taken after it.
    void endWith(byte[] closeFrame) {
        frames.endWith(closeFrame);
    }

    void abandon() {
        frames.abandon();
    }

    /// How long the present write has been going on.
    long writingNanos(long now) {
        var since = writingSince;
        return since == NOT_WRITING ? 0 : now - since;
    }

    /// Returns when the last frame was written, or when the connection broke.
    @Override
    public void run() {
        try {
            write(List.of(greeting));
            for (var batch = frames.take(WRITE_BYTES); !batch.isEmpty(); batch = frames.take(WRITE_BYTES)) {
                write(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            // the reader finds the same connection broken and tells so
            frames.abandon();
        } finally {
            writingSince = NOT_WRITING;
        }
    }

    private void write(List<byte[]> batch) {
        writingSince = System.nanoTime();
        out.writeNow(batch.stream().map(BufferData::create).toArray(BufferData[]::new));
        writingSince = NOT_WRITING;
    }
}
