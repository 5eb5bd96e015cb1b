package dev.vitrine.live.rtmp;

import java.io.IOException;
import java.util.Arrays;

/// The state of one chunk stream: the header later chunks refer to, and the message they are filling.
final class ChunkStream {
    private static final long MODULUS = 0xFFFFFFFFL;
    private static final byte[] NOTHING = {};
    /// Step in which the buffer of a large message grows.
    private static final int GROWTH_BYTES = 64 << 10;

    private boolean known;
    private boolean extended;
    private long timeField;
    private long timestamp;
    private int length;
    private int type;
    private int streamId;

    private boolean started;
    private byte[] buffer = NOTHING;
    private int received;

    boolean known() {
        return known;
    }

    boolean started() {
        return started;
    }

    boolean extended() {
        return extended;
    }

    long timeField() {
        return timeField;
    }

    int received() {
        return received;
    }

    int missing() {
        return length - received;
    }

    boolean complete() {
        return started && received == length;
    }

    void describe(int messageLength, int messageType) {
        length = messageLength;
        type = messageType;
    }

    void streamId(int id) {
        streamId = id;
    }

    /// A header of format 0 names the time itself, 1 and 2 the step from the message before.
    void time(long field, boolean isExtended, boolean absolute) {
        known = true;
        started = true;
        timeField = field;
        extended = isExtended;
        timestamp = absolute ? field : timestamp + field & MODULUS;
    }

    /// A message that begins with a chunk of format 3 repeats the last step; after a full header the step is that
    /// header's own time field (5.3.1.2.4).
    void repeat() {
        started = true;
        timestamp = timestamp + timeField & MODULUS;
    }

    void read(RtmpInput in, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int step = Math.min(count - done, GROWTH_BYTES);
            reserve(received + step);
            in.read(buffer, received, step);
            received += step;
            done += step;
        }
    }

    Message take() {
        byte[] body = buffer.length == length ? buffer : Arrays.copyOf(buffer, length);
        drop();
        return new Message(type, timestamp, streamId, body);
    }

    void drop() {
        started = false;
        buffer = NOTHING;
        received = 0;
    }

    private void reserve(int size) {
        if (size > buffer.length) {
            int doubled = Math.max(2 * buffer.length, Math.min(length, GROWTH_BYTES));
            buffer = Arrays.copyOf(buffer, Math.min(length, Math.max(size, doubled)));
        }
    }
}
