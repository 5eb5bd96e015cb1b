package dev.vitrine.live.rtmp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Big-endian reading with a count of what was read and a look ahead of four bytes.
final class RtmpInput {
    private static final int BUFFER_BYTES = 64 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private long taken;

    RtmpInput(InputStream in) {
        this.in = in;
    }

    /// Bytes handed out so far.
    long taken() {
        return taken;
    }

    /// Whether the peer closed where a new chunk would have begun.
    boolean atEnd() throws IOException {
        if (at < end) {
            return false;
        }
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end == 0;
    }

    int unsignedByte() throws IOException {
        need(1);
        taken++;
        return buffer[at++] & 0xff;
    }

    int unsigned24() throws IOException {
        return unsignedByte() << 16 | unsignedByte() << 8 | unsignedByte();
    }

    long unsigned32() throws IOException {
        return (long) unsigned24() << 8 | unsignedByte();
    }

    /// The next four bytes, left where they are.
    long peek32() throws IOException {
        need(Integer.BYTES);
        return (buffer[at] & 0xffL) << 24
                | (buffer[at + 1] & 0xff) << 16
                | (buffer[at + 2] & 0xff) << 8
                | (buffer[at + 3] & 0xff);
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        read(bytes, 0, count);
        return bytes;
    }

    void read(byte[] into, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            need(1);
            int step = Math.min(count - done, end - at);
            System.arraycopy(buffer, at, into, offset + done, step);
            at += step;
            done += step;
        }
        taken += count;
    }

    private void need(int count) throws IOException {
        if (end - at >= count) {
            return;
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        while (end < count) {
            int n = in.read(buffer, end, buffer.length - end);
            if (n < 0) {
                throw new EOFException("closed within a message");
            }
            end += n;
        }
    }
}
