package dev.vitrine.live.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.SocketWriterException;
import io.helidon.webserver.CloseConnectionException;
import java.io.UncheckedIOException;

/// Knows whether an answer has begun, and since when the other side has taken nothing of it.
final class WatchedWriter implements DataWriter {
    /// What the other side has to take at a time; a whole answer may be megabytes, and slow is not
    /// dead.
    private static final int PIECE_BYTES = 64 * 1024;

    private static final int STATUS_CLASS = "HTTP/1.".length() + 2;
    private static final int INTERIM_BYTES = "HTTP/1.1 100 Continue\r\n\r\n".length();

    private final DataWriter out;
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
        } else {
            begun = true;
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
