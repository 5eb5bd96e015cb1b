package dev.vitrine.live.rtmp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// Closes so that the peer can still read the last answer. A close with unread input resets the connection, and a
/// reset throws the answer away: so what comes is read and dropped for a moment.
final class Farewell {
    private static final long LINGER_NANOS = 1_000_000_000L;
    private static final int LINGER_STEP_MILLIS = 250;
    /// More than sockets and encoders have on the way; a peer that goes on sending is cut off.
    private static final long MAX_DROPPED_BYTES = 16 << 20;

    private Farewell() {}

    static void close(Socket socket) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_STEP_MILLIS);
        long until = System.nanoTime() + LINGER_NANOS;
        byte[] dropped = new byte[16 << 10];
        InputStream in = socket.getInputStream();
        try {
            long total = 0;
            int n = 0;
            while (n >= 0 && total < MAX_DROPPED_BYTES && System.nanoTime() < until) {
                n = in.read(dropped);
                total += n;
            }
        } catch (SocketTimeoutException e) {
            // Quiet for long enough: the peer is not sending any more.
        }
        socket.close();
    }
}
