package dev.vitrine.live.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a handler does: content that follows such a head would be read as the next answer on the connection.
class AnswersToHeadEndWithTheirHeadTest {
    private static final String CONTENT = "HTTP/1.1 200 from a file\r\n\r\n";

    private final Wire wire = new Wire(WireLimits.DEFAULTS, List.of());
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(0)
                .shutdownHook(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(wire)
                .routing(AnswersToHeadEndWithTheirHeadTest::routes)
                .build()
                .start();
    }

    private static void routes(HttpRouting.Builder routing) {
        routing.any("/sent", (_, response) -> response.send(CONTENT));
        routing.any("/written", (_, response) -> {
            try (OutputStream out = response.outputStream()) {
                for (int i = 0; i < 3; i++) {
                    out.write(CONTENT.getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                }
            }
        });
        routing.any("/large", (_, response) -> response.send(new byte[300_000]));
        routing.any("/end", (_, response) -> response.send("the end"));
    }

    @AfterEach
    void stop() {
        server.stop();
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sent", "/written", "/large", "/not-there"})
    void theNextAnswerFollowsAtOnce(String path) throws Exception {
        String said = said("HEAD " + path, "GET /end");
        assertEquals(2, count(said), said);
        int second = said.indexOf("\r\n\r\n") + 4;
        assertTrue(said.startsWith("HTTP/1.1 200", second), said);
        assertTrue(said.endsWith("\r\n\r\nthe end"), said);
    }

    @Test
    void theLengthIsThatOfTheContent() throws Exception {
        String said = said("HEAD /large", "GET /end");
        assertTrue(said.toLowerCase(Locale.ROOT).contains("\r\ncontent-length: 300000\r\n"), said);
    }

    @Test
    void whatFollowsHasItsContentAgain() throws Exception {
        String said = said("HEAD /sent", "GET /sent", "HEAD /written", "GET /end");
        assertTrue(said.contains(CONTENT + "HTTP/1.1 200"), said);
        assertFalse(said.contains(CONTENT + CONTENT), said);
    }

    private static int count(String said) {
        return said.split("HTTP/1\\.1 \\d{3}", -1).length - 1;
    }

    private String said(String... requests) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            for (int i = 0; i < requests.length; i++) {
                String close = i == requests.length - 1 ? "Connection: close\r\n" : "";
                socket.getOutputStream()
                        .write((requests[i] + " HTTP/1.1\r\nHost: x\r\n" + close + "\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
