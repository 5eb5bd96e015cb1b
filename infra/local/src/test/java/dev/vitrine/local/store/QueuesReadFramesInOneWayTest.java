package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.fixture.SqsServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The server of the queues (Pekko) is strict by itself: what could be read in two ways
/// is refused, and nothing behind it is answered.
class QueuesReadFramesInOneWayTest {
    private static final int READ_MILLIS = 3_000;
    private static final String[] AMBIGUOUS = {
        "Content-Length: -1",
        "Content-Length: +5",
        "Content-Length: 5a",
        "Content-Length: 99999999999999999999999999999",
        "Content-Length: 5\r\nContent-Length: 6",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: \u000bchunked"
    };

    private static String tell(int port, String request) throws IOException {
        var told = new StringBuilder();
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(READ_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            for (var next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                told.append((char) next);
            }
        } catch (SocketTimeoutException stillOpen) {
            told.append("\n(still open)");
        } catch (SocketException reset) {
            told.append("\n(reset)");
        }
        return told.toString();
    }

    private static final String BOTH = "Content-Length: 5\r\nTransfer-Encoding: chunked";

    private static void refuses(int port, String... fields) throws IOException {
        for (var field : fields) {
            var told = tell(
                    port,
                    "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + field + "\r\n\r\n0\r\n\r\n"
                            + "GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
            assertTrue(told.startsWith("HTTP/1.1 4") || told.startsWith("HTTP/1.1 501"), field + ": " + told);
            assertEquals(1, told.split("HTTP/1\\.1 ", -1).length - 1, field + ": " + told);
            assertFalse(told.contains("(still open)"), field + ": " + told);
            assertFalse(told.contains("\tat "), field + ": " + told);
        }
    }

    @Test
    void theQueues() throws Exception {
        try (var queues = new SqsServer()) {
            refuses(queues.port(), AMBIGUOUS);
            refuses(queues.port(), BOTH);
        }
    }
}
