package dev.vitrine.live.origin;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One media segment, growing while ffmpeg sends it, then immutable. Guarded by the lock of its stream.
final class Segment {
    static final int MAX_BYTES = 16 << 20;
    private static final int FIRST_CAPACITY = 64 << 10;

    private final PartScanner scanner = new PartScanner(MAX_BYTES);
    private final List<Part> parts = new ArrayList<>();
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;
    private boolean complete;

    /// Answers whether at least one more part is complete.
    boolean append(byte[] more, int count) {
        if (length + count > MAX_BYTES) {
            throw new MalformedMedia("segment larger than " + MAX_BYTES + " bytes");
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
        return parts.addAll(scanner.scan(ByteBuffer.wrap(bytes, 0, length).slice()));
    }

    void complete() {
        if (parts.isEmpty()) {
            throw new MalformedMedia("segment without media");
        }
        bytes = Arrays.copyOf(bytes, length);
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    List<Part> parts() {
        return parts;
    }

    int length() {
        return length;
    }

    /// The end of the last whole part: what may be sent to a viewer already.
    int readable() {
        return complete ? length : parts.isEmpty() ? 0 : parts.getLast().offset() + parts.getLast().length();
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /// Everything; only once complete.
    byte[] bytes() {
        return bytes;
    }

    long decodeTime() {
        return parts.getFirst().media().decodeTime();
    }

    long duration() {
        return parts.stream().mapToLong(part -> part.media().duration()).sum();
    }
}
