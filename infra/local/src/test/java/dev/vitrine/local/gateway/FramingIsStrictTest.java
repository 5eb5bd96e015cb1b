package dev.vitrine.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.live.wire.WireLimits;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a message begins and ends is read in one way only (RFC 9112, 6 and 7): what could be read in
/// two is answered with 400, and nothing behind it on the connection is looked at.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FramingIsStrictTest {
    private static final int READ_MILLIS = 15_000;
    private static final String POST = "POST /v1/rooms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\n";
    private static final String SMUGGLED = "GET /v1/rooms/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    private final List<String> events = new CopyOnWriteArrayList<>();
    private AnEdge edge;
    private String token;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        edge = new AnEdge(folder, limits(), (_, event, _) -> {
            events.add(new String(event, StandardCharsets.UTF_8));
            return AnEdge.answered("{\"statusCode\":200,\"body\":\"{}\"}");
        });
        token = edge.token("[]");
    }

    @BeforeEach
    void forget() {
        events.clear();
    }

    /// Those of production, with a short farewell: these senders never say goodbye.
    private static EdgeLimits limits() {
        var usual = WireLimits.DEFAULTS;
        return new EdgeLimits(
                new WireLimits(
                        usual.connections(),
                        usual.connectionsPerAddress(),
                        usual.head(),
                        usual.idle(),
                        usual.body(),
                        usual.answer(),
                        Duration.ofMillis(100)),
                ThrottleSettings.DEFAULT,
                EdgeLimits.DEFAULT.live(),
                EdgeLimits.DEFAULT.media());
    }

    @AfterAll
    void stop() {
        edge.close();
    }

    /// Sends all of it, reads to the end of the connection.
    private String tell(String request, boolean andEnd) throws IOException {
        try (var socket = new Socket("127.0.0.1", edge.port())) {
            socket.setSoTimeout(READ_MILLIS);
            socket.getOutputStream().write(request.replace("TOKEN", token).getBytes(StandardCharsets.ISO_8859_1));
            if (andEnd) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void isRefused(int status, String request) throws IOException {
        var told = tell(request, false);
        assertTrue(told.startsWith("HTTP/1.1 " + status + " "), told);
        assertEquals(1, told.split("HTTP/1\\.1 ", -1).length - 1, "one answer: " + told);
        assertTrue(told.toLowerCase().contains("connection: close"), told);
        assertTrue(told.contains("\"type\":\"/problems/"), told);
        assertFalse(told.contains("Exception") || told.contains("at io.") || told.contains("at dev."), told);
        assertEquals(List.of(), events, "nothing reaches a function");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: +5",
                "Content-Length: 5a",
                "Content-Length: 0x5",
                "Content-Length: 5.0",
                "Content-Length: 5 5",
                "Content-Length:",
                "Content-Length: 5, 6",
                "Content-Length: 5, 5",
                "Content-Length: 99999999999999999999999999999",
                "Content-Length: 00000000000000000000000000000005",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 6\r\nContent-Length: 5",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: Chunked\r\nContent-Length: 5",
                "Transfer-Encoding:",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding : chunked",
                "Content-Length : 5",
                " Content-Length: 5",
                "Content-Length: 5\r\n Transfer-Encoding: chunked",
                "X-Folded: a\r\n\tb",
                "X-Bare: a\nContent-Length: 5",
                "X-Return: a\rb",
                "X-Nul: a\0b",
                "No colon",
                ": no name",
                "B\u00e4d: name"
            })
    void aHeadThatCouldBeReadInTwoWaysIsRefused(String field) throws IOException {
        isRefused(400, POST + field + "\r\n\r\n0\r\n\r\n" + SMUGGLED);
    }

    /// RFC 9112, 3.2.
    @ParameterizedTest
    @ValueSource(
            strings = {"", "Host:\r\n", "Host: a\r\nHost: b\r\n", "Host: a b\r\n", "Host: a/b@c\r\n", "Host: a, b\r\n"})
    void aRequestNamesOneHost(String host) throws IOException {
        for (var path : List.of("/v1/rooms", "/live/time", "/health", "/")) {
            isRefused(400, "GET " + path + " HTTP/1.1\r\n" + host + "\r\n" + SMUGGLED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1\r\nhello\r\n0\r\n\r\n",
                "+2\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                " 2\r\n{}\r\n0\r\n\r\n",
                "\r\n{}\r\n0\r\n\r\n",
                "g\r\n{}\r\n0\r\n\r\n",
                "7fffffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
                "2\n{}\r\n0\r\n\r\n",
                "2\r\n{}0\r\n\r\n",
                "2\r\n{}\n0\r\n\r\n",
                "2\r\n{}x\r\n0\r\n\r\n",
                "2;a=\"\u0001\"\r\n{}\r\n0\r\n\r\n",
                "2;a\rb\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\nnot a field\r\n\r\n",
                "2\r\n{}\r\n0\r\nA: b\nC: d\r\n\r\n"
            })
    void aBrokenChunkIsRefused(String body) throws IOException {
        isRefused(400, POST + "Transfer-Encoding: chunked\r\n\r\n" + body + SMUGGLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET  /v1/rooms HTTP/1.1",
                "GET /v1/rooms  HTTP/1.1",
                "GET /v1/rooms",
                "GET /v1/a b HTTP/1.1",
                "GET\t/v1/rooms HTTP/1.1",
                "G\u00e4T /v1/rooms HTTP/1.1",
                "GET /v1/rooms http/1.1",
                "GET /v1/rooms HTTP/1.1 ",
                "GET /v1/rooms HTTP/1.x"
            })
    void aBrokenRequestLineIsRefused(String line) throws IOException {
        isRefused(400, line + "\r\nHost: x\r\n\r\n" + SMUGGLED);
    }

    @Test
    void otherVersionsAndOtherCodingsAreSaidToBeUnknown() throws IOException {
        isRefused(505, "GET /v1/rooms HTTP/1.0\r\nHost: x\r\n\r\n" + SMUGGLED);
        isRefused(505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        isRefused(501, POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" + SMUGGLED);
    }

    @Test
    void aHeadThatIsTooLargeIsSaidToBeSo() throws IOException {
        isRefused(431, POST + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n");
        isRefused(431, POST + "X-Many: x\r\n".repeat(200) + "\r\n");
        isRefused(431, POST + "X-Endless: " + "x".repeat(1_000_000));
        isRefused(414, "GET /v1/rooms?" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @Test
    void extensionsAndTrailersAreNotEndless() throws IOException {
        isRefused(400, POST + "Transfer-Encoding: chunked\r\n\r\n2;" + "x".repeat(100_000) + "\r\n{}\r\n0\r\n\r\n");
        isRefused(
                400,
                POST + "Transfer-Encoding: chunked\r\n\r\n" + ("1;" + "x".repeat(200) + "\r\n \r\n").repeat(1_000));
        isRefused(
                400, POST + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n" + "A: b\r\n".repeat(10_000) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "transfer-encoding: CHUNKED\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding:\tchunked \t\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n02\r\n{}\r\n000\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2;a\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2;a=b;c=\"d e\"\r\n{}\r\n0;last\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2 ; a = b\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTrailer: X\r\n\r\n2\r\n{}\r\n0\r\nX: y\r\nContent-Length: 7\r\n\r\n",
                "Content-Length: 2\r\n\r\n{}",
                "Content-Length:2\r\n\r\n{}",
                "Content-Length: 002\r\n\r\n{}"
            })
    void lawfulBodiesArriveWholeAndTheNextRequestIsReadAfterThem(String rest) throws IOException {
        var told = tell(POST + rest + "GET /v1/rooms/after HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", false);

        assertEquals(2, told.split("HTTP/1\\.1 200 ", -1).length - 1, told);
        assertEquals(2, events.size(), events.toString());
        assertTrue(events.getFirst().contains("\"body\":\"{}\""), events.getFirst());
        assertTrue(events.getLast().contains("/v1/rooms/after"), events.getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 20\r\n\r\n{\"title\":",
                "Content-Length: 20\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
                "Transfer-Encoding: chunked\r\n\r\n9\r\n{}"
            })
    void aBodyThatIsCutOffNeverReachesAFunction(String rest) throws IOException {
        var told = tell(POST + rest, true);
        assertTrue(told.startsWith("HTTP/1.1 400 "), told);
        assertFalse(told.contains("HTTP/1.1 500"), told);
        assertEquals(List.of(), events);
    }

    @Test
    void whoNeverReadsTheBodyDoesNotTakeItForTheNextRequest() throws IOException {
        // the route is found to be unknown before the body was asked for
        var told = tell(
                "POST /v1/nothing HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " + SMUGGLED.length()
                        + "\r\n\r\n" + SMUGGLED,
                true);
        assertTrue(told.startsWith("HTTP/1.1 404 "), told);
        assertEquals(1, told.split("HTTP/1\\.1 ", -1).length - 1, told);
        assertEquals(List.of(), events);
    }

    @Test
    void whoWaitsForLeaveToSendABodyIsGivenIt() throws IOException {
        var told = tell(POST + "Expect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}", false);
        assertTrue(told.startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 "), told);
        assertEquals(1, events.size());
    }
}
