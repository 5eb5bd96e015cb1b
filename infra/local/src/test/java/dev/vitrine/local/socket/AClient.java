package dev.vitrine.local.socket;

import dev.vitrine.local.fixture.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/// A WebSocket client that can also be rude: it writes any frames and reads only when told to.
final class AClient implements AutoCloseable {
    private static final int READ_MILLIS = 30_000;
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final int MAX_TWO_BYTE_LENGTH = 0xFFFF;

    /// @param status of a close frame, else 0
    record Received(int opcode, String text, int status) {}

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final String answer;

    /// Asks for an upgrade and reads its answer.
    AClient(int port, String path, String... headers) throws IOException {
        this(port, 0, path, headers);
    }

    /// @param receiveBuffer what the system may take before this client reads; 0 leaves it to the system
    AClient(int port, int receiveBuffer, String path, String... headers) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(READ_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nUser-Agent: a test\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
        answer = head();
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readByte());
        }
        return head.toString();
    }

    int status() {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    /// Value of a header of the answer, empty if it has none.
    String header(String name) {
        return answer.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst()
                .orElse("");
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void say(String text) throws IOException {
        frame(Frame.TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    void frame(int opcode, boolean last, byte[] payload) throws IOException {
        write(masked(opcode, last, payload));
    }

    void bye(int code, String reason) throws IOException {
        var text = reason.getBytes(StandardCharsets.UTF_8);
        frame(
                Frame.CLOSE,
                true,
                ByteBuffer.allocate(2 + text.length)
                        .putShort((short) code)
                        .put(text)
                        .array());
    }

    static byte[] masked(int opcode, boolean last, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write((last ? Frame.FIN : 0) | opcode);
        if (payload.length <= Frame.MAX_CONTROL_BYTES) {
            frame.write(0x80 | payload.length);
        } else if (payload.length <= MAX_TWO_BYTE_LENGTH) {
            frame.write(0x80 | Frame.TWO_BYTES);
            frame.write(ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            frame.write(0x80 | Frame.EIGHT_BYTES);
            frame.write(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        var mask = new byte[4];
        ThreadLocalRandom.current().nextBytes(mask);
        frame.write(mask);
        for (var i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ mask[i % 4]);
        }
        return frame.toByteArray();
    }

    Received read() throws IOException {
        var opcode = in.readUnsignedByte() & 0x0F;
        long length = in.readUnsignedByte();
        if (length == Frame.TWO_BYTES) {
            length = in.readUnsignedShort();
        } else if (length == Frame.EIGHT_BYTES) {
            length = in.readLong();
        }
        var payload = in.readNBytes(Math.toIntExact(length));
        if (payload.length < length) {
            throw new EOFException();
        }
        if (opcode == Frame.CLOSE && payload.length >= 2) {
            return new Received(
                    opcode,
                    new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8),
                    Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort()));
        }
        return new Received(opcode, new String(payload, StandardCharsets.UTF_8), 0);
    }

    String text() throws IOException {
        var received = read();
        if (received.opcode() != Frame.TEXT) {
            throw new AssertionError("no text but " + received);
        }
        return received.text();
    }

    /// Reads on to the close frame.
    Received untilClose() throws IOException {
        while (true) {
            var received = read();
            if (received.opcode() == Frame.CLOSE) {
                return received;
            }
        }
    }

    /// Waits until the server has ended the connection.
    void awaitEnd() {
        Eventually.holds("the connection is over", () -> {
            try {
                return in.read() < 0;
            } catch (SocketTimeoutException stillOpen) {
                return false;
            } catch (IOException reset) {
                return true;
            }
        });
    }

    /// Goes without a word: the server's side is reset.
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
