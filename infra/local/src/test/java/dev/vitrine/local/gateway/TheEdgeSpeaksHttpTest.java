package dev.vitrine.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 9110 and 9112, where clients of every kind rely on them.
class TheEdgeSpeaksHttpTest {
    private static final int READ_MILLIS = 10_000;
    private static final String LONG = "{\"text\":\"" + "直播 ".repeat(1_000) + "\"}";

    @TempDir
    Path folder;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private volatile String answer = "{\"statusCode\":200,\"headers\":{\"etag\":\"\\\"a\\\"\"},\"body\":\"{}\"}";
    private AnEdge edge;

    @BeforeEach
    void start() throws IOException {
        edge = new AnEdge(folder, ThrottleSettings.DEFAULT, (_, event, _) -> {
            events.add(new String(event, StandardCharsets.UTF_8));
            return AnEdge.answered(answer);
        });
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private void answers(String body) throws IOException {
        answer = AnEdge.JSON.writeValueAsString(AnEdge.JSON
                .createObjectNode()
                .put("statusCode", 200)
                .put("body", body)
                .set("headers", AnEdge.JSON.createObjectNode().put("etag", "\"a\"")));
    }

    @Test
    void headAnswersWhatGetWouldWithoutTheBody() throws Exception {
        answers("{\"a\":1}");
        var got = edge.get("/v1/rooms");
        var head = edge.send(edge.request("/v1/rooms").method("HEAD", BodyPublishers.noBody()));

        assertEquals(200, head.statusCode());
        assertEquals(header(got, "content-length"), header(head, "content-length"));
        assertEquals(header(got, "etag"), header(head, "etag"));
        assertEquals("", head.body());
        assertTrue(events.getLast().contains("\"routeKey\":\"GET /v1/rooms\""), events.getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/rooms HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /v1/rooms HTTP/1.1\r\nHost: x\r\nConnection: Close, x\r\n\r\n",
                "GET /v1/rooms HTTP/1.0\r\nHost: x\r\n\r\n",
                "GET /v1/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /missing.js HTTP/1.0\r\n\r\n"
            })
    void whoSaysThatItIsTheLastRequestIsNotKeptWaiting(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", edge.port())) {
            socket.setSoTimeout(READ_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(all.startsWith("HTTP/1."), all);
        }
    }

    @Test
    void aRefusalOfALongBodyIsReadByWhoSendsAllOfItFirst() throws Exception {
        var token = edge.token("[]");
        var length = 24 * 1024 * 1024;
        try (var socket = new Socket("127.0.0.1", edge.port())) {
            socket.setSoTimeout(READ_MILLIS);
            var out = socket.getOutputStream();
            out.write(("POST /v1/rooms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\nContent-Length: "
                            + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var chunk = new byte[64 * 1024];
            for (var sent = 0; sent < length; sent += chunk.length) {
                out.write(chunk);
            }
            var told = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(told.startsWith("HTTP/1.1 413"), told);
            assertTrue(told.contains("/problems/body-too-large"), told);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|gzip",
                "br, gzip;q=0.5|gzip",
                "*|gzip",
                "gzip;q=0|''",
                "gzip;q=0, *|''",
                "br|''",
                "identity|''"
            })
    void longTextsAreZippedForWhoTakesThem(String accepted, String coding) throws Exception {
        answers(LONG);
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(
                    edge.request("/v1/rooms")
                            .header("Accept-Encoding", accepted)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());

            assertEquals(coding, header(response, "content-encoding"));
            assertEquals("accept-encoding", header(response, "vary"));
            var body = response.body();
            if (coding.isEmpty()) {
                assertEquals("\"a\"", header(response, "etag"));
            } else {
                assertEquals("W/\"a\"", header(response, "etag"));
                assertTrue(body.length < LONG.length() / 10, body.length + " bytes");
                body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            }
            assertEquals(LONG, new String(body, StandardCharsets.UTF_8));
        }
    }

    @Test
    void shortTextsAreSentAsTheyAre() throws Exception {
        answers("{}");
        var response = edge.send(edge.request("/v1/rooms").header("Accept-Encoding", "gzip"));
        assertEquals("", header(response, "content-encoding"));
        assertEquals("{}", response.body());
    }

    @Test
    void aTokenThatIsNotValidIsRefusedOnAnOpenRouteToo() throws Exception {
        var response = edge.send(edge.request("/v1/rooms").header("Authorization", "Bearer stale"));
        assertEquals(401, response.statusCode());
        assertEquals(200, edge.get("/v1/rooms").statusCode());
    }

    @Test
    void otherOriginsMayReadAndSendTheHeadersThatContractsName() throws Exception {
        var response = edge.send(edge.request("/v1/rooms").header("Origin", "http://elsewhere"));
        assertEquals(
                Set.of("allow", "apigw-requestid", "etag", "retry-after", "vitrine-next-cursor", "www-authenticate"),
                Set.of(header(response, "access-control-expose-headers").split(", ")));
        var preflight = edge.send(edge.request("/v1/rooms")
                .header("Origin", "http://elsewhere")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(
                Set.of("authorization", "content-type", "idempotency-key", "if-match", "if-none-match"),
                Set.of(header(preflight, "access-control-allow-headers").split(", ")));
    }
}
