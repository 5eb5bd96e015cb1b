package dev.vitrine.live.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.SocketWriterException;
import io.helidon.webserver.CloseConnectionException;
import java.io.UncheckedIOException;

/// Knows whether an answer has begun, and since when the other side has taken nothing of it. Of an answer to HEAD it
/// writes the head alone: the server behind it writes the content all the same, which whoever asked would read as the
/// next answer (RFC 9110, 9.3.2).
final class WatchedWriter implements DataWriter {
    /// What the other side has to take at a time; a whole answer may be megabytes, and slow is not
    /// dead.
    private static final int PIECE_BYTES = 64 * 1024;

    private static final int STATUS_CLASS = "HTTP/1.".length() + 2;
    private static final int INTERIM_BYTES = "HTTP/1.1 100 Continue\r\n\r\n".length();

    private static final int TYPICAL_HEAD_BYTES = 512;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final DataWriter out;
    private boolean headOnly;
    private boolean saysLast;
    /// Bytes of the end of the head that were written last.
    private int ofEnd;
    private volatile boolean begun;
    private volatile boolean leaveGiven;
    private volatile boolean writing;
    private volatile long writingSince;

    WatchedWriter(DataWriter out) {
        this.out = out;
    }

    /// Whether something of a final answer was written since the last [#awaitAnswer].
    boolean begun() {
        return begun;
    }

    /// Whether a body was asked for with 100 since then.
    boolean leaveGiven() {
        return leaveGiven;
    }

    void awaitAnswer() {
        begun = false;
        leaveGiven = false;
        headOnly = false;
        saysLast = false;
    }

    /// Whether the answer says that it is the connection's last.
    boolean saysLast() {
        return saysLast;
    }

    /// The answer that is awaited is one to HEAD.
    void keepContent() {
        headOnly = true;
        ofEnd = 0;
    }

    /// Nanoseconds without progress; 0 when nothing is being written.
    long stalledNanos(long now) {
        return writing ? Math.max(0, now - writingSince) : 0;
    }

    @Override
    public void write(BufferData... buffers) {
        write(BufferData.create(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        if (interim(buffer)) {
            leaveGiven = true;
            pieces(buffer);
        } else {
            // the server behind writes a head in one
            saysLast = begun ? saysLast : Head.saysLast(beginning(buffer));
            begun = true;
            pieces(headOnly ? head(buffer) : buffer);
        }
    }

    /// The head that an answer begins with, and nothing of its content: that may be megabytes.
    private static String beginning(BufferData buffer) {
        int most = Math.min(buffer.available(), WireLimits.MAX_HEAD_BYTES);
        StringBuilder head = new StringBuilder(TYPICAL_HEAD_BYTES);
        for (int i = 0, seen = 0; i < most && seen < END_OF_HEAD.length; i++) {
            byte next = (byte) buffer.get(i);
            seen = seenOfEnd(seen, next);
            head.append((char) (next & 0xff));
        }
        return head.toString();
    }

    /// How many bytes of the end of a head were seen last, with one more.
    private static int seenOfEnd(int seen, byte next) {
        return next == END_OF_HEAD[seen] ? seen + 1 : next == END_OF_HEAD[0] ? 1 : 0;
    }

    private BufferData head(BufferData buffer) {
        byte[] bytes = new byte[buffer.available()];
        buffer.read(bytes);
        int length = 0;
        while (length < bytes.length && ofEnd < END_OF_HEAD.length) {
            ofEnd = seenOfEnd(ofEnd, bytes[length++]);
        }
        return BufferData.create(bytes, 0, length);
    }

    private void pieces(BufferData buffer) {
        if (buffer.available() == 0) {
            return;
        }
        try {
            while (buffer.available() > PIECE_BYTES) {
                var piece = new byte[PIECE_BYTES];
                buffer.read(piece);
                writePiece(BufferData.create(piece));
            }
            writePiece(buffer);
        } catch (SocketWriterException | UncheckedIOException gone) {
            throw new CloseConnectionException("the other side has gone", gone);
        } finally {
            writing = false;
        }
    }

    private void writePiece(BufferData piece) {
        writingSince = System.nanoTime();
        writing = true;
        out.write(piece);
    }

    private static boolean interim(BufferData buffer) {
        return buffer.available() == INTERIM_BYTES && buffer.get(STATUS_CLASS) == '1';
    }

    /// The writers of this server write at once.
    @Override
    public void writeNow(BufferData... buffers) {
        write(buffers);
    }

    @Override
    public void writeNow(BufferData buffer) {
        write(buffer);
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.close();
    }
}
