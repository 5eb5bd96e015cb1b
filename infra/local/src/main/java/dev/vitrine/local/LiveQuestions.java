package dev.vitrine.local;

import dev.vitrine.local.supervision.Watched;
import java.io.EOFException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/// What the ports of the live service are asked, to know whether they answer.
final class LiveQuestions {
    private static final int MILLIS = (int) Watched.ANSWER_WITHIN.toMillis();
    private static final int RTMP_VERSION = 3;
    /// Of C1, S1, C2 and S2 (RTMP specification, 5.2.3).
    private static final int PACKET_BYTES = 1536;

    private LiveQuestions() {}

    /// Which channels are on air.
    static void control(int port, String token) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/channels?state=ON_AIR")
                .toURL()
                .openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        var status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IOException("the list of channels answered " + status);
        }
        try (var channels = connection.getInputStream()) {
            channels.readAllBytes();
        }
    }

    /// A whole handshake; then it leaves, as an encoder may.
    static void ingest(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.setSoTimeout(MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLIS);
            var hello = new byte[1 + PACKET_BYTES];
            hello[0] = RTMP_VERSION;
            socket.getOutputStream().write(hello);
            var answer = socket.getInputStream().readNBytes(1 + 2 * PACKET_BYTES);
            if (answer.length < 1 + 2 * PACKET_BYTES) {
                throw new EOFException("the handshake was broken off");
            }
            socket.getOutputStream().write(answer, 1, PACKET_BYTES);
        }
    }
}
