package dev.vitrine.local.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// The few words of Redis that the tests speak.
final class RedisCalls implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    /// @param url as functions get it
    RedisCalls(String url) throws IOException {
        this(URI.create(url).getPort());
        var password = URI.create(url).getUserInfo().substring(1);
        if (!"+OK".equals(call("AUTH " + password))) {
            throw new IOException("Redis refuses the password of its address");
        }
    }

    /// Without a password.
    RedisCalls(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /// The first line of the answer; for a bulk string its content.
    String call(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        String answer = answers.readLine();
        return answer != null && answer.startsWith("$") && !answer.equals("$-1") ? answers.readLine() : answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
