package dev.vitrine.live.rtmp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A socket's input under two clocks: silence, and the deadline of the present phase.
final class TimedInput extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private int idleMillis;
    private final long openedAt = System.nanoTime();
    private Duration phase;
    private String phaseName;

    TimedInput(Socket socket, Duration idle) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.idleMillis = Math.toIntExact(idle.toMillis());
        this.phase = idle;
        this.phaseName = "first byte";
    }

    /// From now on reading must end `limit` after the connection was opened.
    void phase(String name, Duration limit) {
        phaseName = name;
        phase = limit;
    }

    /// From now on so short a silence is an end.
    void hurry(Duration idle) {
        idleMillis = Math.toIntExact(idle.toMillis());
    }

    /// From now on only silence counts.
    void unlimited() {
        phase = null;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// @throws SocketTimeoutException naming the clock that ran out
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long left = phase == null
                ? Long.MAX_VALUE
                : phase.minusNanos(System.nanoTime() - openedAt).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException(phaseName + " not done within " + phase);
        }
        socket.setSoTimeout((int) Math.min(idleMillis, left));
        try {
            return in.read(bytes, offset, length);
        } catch (SocketTimeoutException e) {
            String why =
                    left < idleMillis ? phaseName + " not done within " + phase : "silent for " + idleMillis + " ms";
            throw (SocketTimeoutException) new SocketTimeoutException(why).initCause(e);
        }
    }
}
