package dev.vitrine.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.live.wire.WireLimits;
import dev.vitrine.local.fixture.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Requests that are half sent, connections that nothing comes from, answers that nobody takes.
@Timeout(120)
class NobodyHoldsTheEdgeTest {
    private static final int READ_MILLIS = 30_000;
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final String GET = "GET /v1/rooms HTTP/1.1\r\nHost: x\r\n";
    private static final String POST = "POST /v1/rooms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer TOKEN\r\n";

    @TempDir
    Path folder;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new ArrayList<>();
    private volatile Duration work = Duration.ZERO;
    private volatile String answer = "{\"statusCode\":200,\"body\":\"{}\"}";
    private AnEdge edge;

    @BeforeEach
    void start() throws IOException {
        start(new WireLimits(1_000, 1_000, SHORT, SHORT, SHORT, SHORT, SHORT));
    }

    private void start(WireLimits limits) throws IOException {
        edge = new AnEdge(
                folder,
                new EdgeLimits(limits, ThrottleSettings.DEFAULT, EdgeLimits.DEFAULT.live(), EdgeLimits.DEFAULT.media()),
                (_, event, _) -> {
                    events.add(new String(event, StandardCharsets.UTF_8));
                    try {
                        Thread.sleep(work);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    return AnEdge.answered(answer);
                });
    }

    @AfterEach
    void stop() throws IOException {
        for (var socket : open) {
            socket.close();
        }
        edge.close();
    }

    private Socket connect(String from) throws IOException {
        var socket = new Socket(InetAddress.getByName("127.0.0.1"), edge.port(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(READ_MILLIS);
        open.add(socket);
        return socket;
    }

    private Socket saying(String text) throws IOException {
        var socket = connect("127.0.0.1");
        say(socket, text);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String untilEnd(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aConnectionThatSaysNothingIsClosedWithoutAWord() throws IOException {
        assertEquals("", untilEnd(saying("")));
    }

    @Test
    void aHeadThatIsHalfSentIsToldSo() throws IOException {
        for (var half : List.of("G", "GET / HTTP/1.1\r\n", GET, GET + "X: y", GET + "\r")) {
            var told = untilEnd(saying(half));
            assertTrue(told.startsWith("HTTP/1.1 408 ") && told.contains("\"type\":\"/problems/"), told);
        }
        assertEquals(List.of(), events);
    }

    @Test
    void aHeadThatComesInDropsHasNoMoreTime() throws Exception {
        var socket = saying("GET /");
        var began = System.nanoTime();
        var told = "";
        try {
            while (socket.getInputStream().available() == 0) {
                say(socket, "x");
                Thread.sleep(20);
            }
            told = untilEnd(socket);
        } catch (SocketException reset) {
            // it went on after the end
        }
        assertTrue(told.isEmpty() || told.startsWith("HTTP/1.1 408 "), told);
        assertTrue(System.nanoTime() - began >= SHORT.toNanos());
    }

    @Test
    void aBodyThatIsHalfSentIsToldSoAndReachesNoFunction() throws Exception {
        var token = edge.token("[]");
        for (var half : List.of(
                "Content-Length: 10\r\n\r\n",
                "Content-Length: 10\r\n\r\n{\"a\"",
                "Transfer-Encoding: chunked\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\n{}",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
                "Expect: 100-continue\r\nContent-Length: 10\r\n\r\n")) {
            var told = untilEnd(saying(POST.replace("TOKEN", token) + half));
            assertTrue(told.replace("HTTP/1.1 100 Continue\r\n\r\n", "").startsWith("HTTP/1.1 408 "), told);
        }
        assertEquals(List.of(), events);
    }

    @Test
    void aBodyThatGoesOnComingIsWaitedFor() throws Exception {
        var socket =
                saying(POST.replace("TOKEN", edge.token("[]")) + "Connection: close\r\nContent-Length: 20\r\n\r\n");
        for (var i = 0; i < 20; i++) {
            Thread.sleep(SHORT.dividedBy(6));
            say(socket, " ");
        }
        var told = untilEnd(socket);
        assertTrue(told.startsWith("HTTP/1.1 200 "), told);
    }

    @Test
    void aConnectionThatIsKeptIsClosedWhenNoRequestComes() throws IOException {
        var told = untilEnd(saying(GET + "\r\n"));
        assertTrue(told.startsWith("HTTP/1.1 200 ") && told.endsWith("{}"), told);
    }

    @Test
    void aFunctionMayTakeItsTime() throws IOException {
        work = SHORT.multipliedBy(3);
        var told = untilEnd(saying(GET + "Connection: close\r\n\r\n"));
        assertTrue(told.startsWith("HTTP/1.1 200 "), told);
    }

    @Test
    void anAnswerThatNobodyTakesIsGivenUp() throws Exception {
        answer = AnEdge.JSON
                .createObjectNode()
                .put("statusCode", 200)
                .put("body", "x".repeat(5_000_000))
                .toString();
        var socket = saying((GET + "\r\n").repeat(10));
        Thread.sleep(SHORT.multipliedBy(4));
        var got = 0L;
        try {
            got = socket.getInputStream().readAllBytes().length;
        } catch (SocketException reset) {
            // as it should be
        }
        assertTrue(got < 50_000_000, got + " bytes");
    }

    @Test
    void fiveHundredHalfOpenConnectionsStarveNobody() throws Exception {
        edge.close();
        var slow = Duration.ofMinutes(5);
        start(new WireLimits(120, 60, slow, slow, slow, slow, SHORT));
        var token = edge.token("[]");
        var half = List.of("", "GET /v1", GET, POST.replace("TOKEN", token) + "Content-Length: 9\r\n\r\n{");
        for (var i = 0; i < 500; i++) {
            try {
                say(connect("127.0.0." + (1 + i % 4)), half.get(i % half.size()));
            } catch (SocketException gaveWay) {
                // before it had said anything
            }
            if (i % 25 == 0) {
                assertEquals(200, edge.get("/v1/rooms").statusCode());
            }
        }
        for (var i = 0; i < 20; i++) {
            assertTrue(untilEnd(saying(GET + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void whoIsOneTooManyIsToldWhenEverybodyIsServed() throws Exception {
        edge.close();
        start(new WireLimits(100, 2, SHORT, SHORT, SHORT, SHORT, SHORT));
        work = Duration.ofSeconds(3);
        saying(GET + "\r\n");
        saying(GET + "\r\n");
        Eventually.holds("both are served", () -> events.size() == 2);
        var told = untilEnd(saying(GET + "\r\n"));
        assertTrue(told.startsWith("HTTP/1.1 503 ") && told.contains("\r\nRetry-After: 1\r\n"), told);
        var other = connect("127.0.0.2");
        say(other, GET + "Connection: close\r\n\r\n");
        assertTrue(untilEnd(other).startsWith("HTTP/1.1 200 "));
    }
}
