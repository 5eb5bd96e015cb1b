package dev.vitrine.local.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.fixture.Eventually;
import dev.vitrine.local.runtime.FailureKind;
import dev.vitrine.local.runtime.InvocationResult;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandshakeIsTheFunctionsDecisionTest {
    @TempDir
    Path folder;

    private volatile InvocationResult answer = ASocketApi.answered(ASocketApi.ACCEPTED);
    private ASocketApi api;

    @BeforeEach
    void start() throws IOException {
        api = new ASocketApi(folder, _ -> answer);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private AClient connect(String path, String... headers) throws IOException {
        return new AClient(api.port(), path, headers);
    }

    private int statusOf(InvocationResult result) throws IOException {
        answer = result;
        try (var client = connect("/v1/sockets")) {
            return client.status();
        }
    }

    @Test
    void aTwoHundredOpensTheSocket() throws Exception {
        try (var client = connect("/v1/sockets")) {
            assertEquals(101, client.status());
            // of the key in RFC 6455, section 1.3
            assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", client.header("Sec-WebSocket-Accept"));
            assertEquals(1, api.figures().open());
        }
    }

    @Test
    void theEventIsThatOfAWebSocketApi() throws Exception {
        try (var _ = connect(
                "/v1/sockets?room=a%20b&x=1&x=2", "Sec-WebSocket-Protocol: vitrine.v1, bearer.t", "X-Twice: 1")) {
            var event = api.event("CONNECT", 1);
            var context = event.get("requestContext");
            assertEquals("$connect", context.get("routeKey").asText());
            assertTrue(context.get("connectionId").asText().matches("[A-Za-z0-9_-]{15}="));
            assertTrue(context.get("connectedAt").isIntegralNumber());
            assertTrue(context.get("requestTimeEpoch").isIntegralNumber());
            assertTrue(context.get("requestId").asText().length() > 8);
            assertEquals("127.0.0.1", context.get("domainName").asText());
            assertEquals("local", context.get("stage").asText());
            assertEquals("127.0.0.1", context.at("/identity/sourceIp").asText());
            assertEquals("a test", context.at("/identity/userAgent").asText());
            assertEquals("a b", event.at("/queryStringParameters/room").asText());
            assertEquals("2", event.at("/queryStringParameters/x").asText());
            assertEquals(2, event.at("/multiValueQueryStringParameters/x").size());
            assertEquals(
                    "vitrine.v1, bearer.t",
                    event.at("/headers/Sec-WebSocket-Protocol").asText());
            assertEquals("1", event.at("/multiValueHeaders/X-Twice/0").asText());
            assertEquals("127.0.0.1", event.at("/headers/X-Forwarded-For").asText());
            assertFalse(event.get("isBase64Encoded").asBoolean());
            assertFalse(event.has("body"));
        }
    }

    @Test
    void theSubProtocolThatTheFunctionChoseIsEchoed() throws Exception {
        answer = ASocketApi.answered(
                "{\"statusCode\":200,\"headers\":{\"Sec-WebSocket-Protocol\":\"vitrine.v1\",\"X-Other\":\"no\"}}");
        try (var client = connect("/v1/sockets", "Sec-WebSocket-Protocol: vitrine.v1, bearer.t")) {
            assertEquals(101, client.status());
            assertEquals("vitrine.v1", client.header("Sec-WebSocket-Protocol"));
            assertEquals("", client.header("X-Other"));
        }
    }

    @Test
    void anyOtherStatusIsTheAnswer() throws Exception {
        for (var status : new int[] {400, 401, 403, 404, 429, 500, 503}) {
            assertEquals(status, statusOf(ASocketApi.answered("{\"statusCode\":" + status + "}")));
        }
        assertEquals(7, api.figures().refused());
        assertEquals(0, api.figures().accepted());
    }

    @Test
    void whatIsNoAnswerIsAnError() throws Exception {
        for (var bad : new String[] {
            "no json",
            "null",
            "{}",
            "{\"statusCode\":100}",
            "{\"statusCode\":\"200\"}",
            "{\"statusCode\":200,\"headers\":{\"sec-websocket-protocol\":\"a\\r\\nx: y\"}}"
        }) {
            assertEquals(500, statusOf(ASocketApi.answered(bad)), bad);
        }
    }

    @Test
    void failuresAreToldAsApiGatewayTellsThem() throws Exception {
        assertEquals(500, statusOf(new InvocationResult.Failed("r", FailureKind.EXITED, "Runtime.ExitError", "x")));
        assertEquals(504, statusOf(new InvocationResult.Failed("r", FailureKind.TIMED_OUT, "Sandbox.Timedout", "x")));
        assertEquals(503, statusOf(new InvocationResult.Throttled("sockets")));
    }

    @Test
    void aRefusedSocketIsNeverToldToDisconnect() throws Exception {
        statusOf(ASocketApi.answered("{\"statusCode\":403}"));
        answer = ASocketApi.answered(ASocketApi.ACCEPTED);
        try (var client = connect("/v1/sockets")) {
            client.bye(1000, "");
            client.untilClose();
        }
        api.event("DISCONNECT", 1);
        assertEquals(
                api.event("CONNECT", 2).at("/requestContext/connectionId"),
                api.event("DISCONNECT", 1).at("/requestContext/connectionId"));
    }

    @Test
    void upgradesThatAreNoneAreRefusedWithoutAnInvocation() throws Exception {
        for (var request : Map.of(
                        "GET /v1/sockets HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                        400,
                        "GET /v1/sockets HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAA\r\n\r\n",
                        400,
                        "GET /v1/sockets HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ???\r\n\r\n",
                        400,
                        "GET /v1/sockets HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
                        426,
                        "GET /v1/sockets?x=%zz HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
                        400,
                        // what has a body is no upgrade: its bytes are never frames
                        "GET /v1/sockets HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 5"
                                + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\nhello",
                        404,
                        "GET /v1/sockets HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nTransfer-Encoding:"
                                + " chunked\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n0\r\n\r\n",
                        404,
                        "GET /v1/elsewhere HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
                        404)
                .entrySet()) {
            try (var socket = new Socket("127.0.0.1", api.port())) {
                socket.getOutputStream().write(request.getKey().getBytes(StandardCharsets.US_ASCII));
                var head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertEquals("HTTP/1.1 " + request.getValue(), head, request.getKey());
            }
        }
        try (var http = HttpClient.newHttpClient()) {
            var plain = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/v1/sockets"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(404, plain.statusCode());
        }
        assertTrue(api.events.isEmpty(), api.events.toString());
    }

    @Test
    void connectionsAreBounded() throws Exception {
        api.close();
        var settings =
                ASocketApi.settings(Duration.ofMinutes(1), Duration.ofMinutes(1), 2, SocketSettings.DEFAULT.outbox());
        api = new ASocketApi(folder, settings, 4, _ -> answer);
        try (var first = connect("/v1/sockets");
                var second = connect("/v1/sockets");
                var third = connect("/v1/sockets")) {
            assertEquals(101, first.status());
            assertEquals(101, second.status());
            assertEquals(429, third.status());
            first.bye(1000, "");
            first.untilClose();
            Eventually.holds("the place is free again", () -> api.figures().open() == 1);
            Eventually.holds("another comes in", () -> {
                try (var fourth = connect("/v1/sockets")) {
                    return fourth.status() == 101;
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void aClientThatLeftDuringTheHandshakeIsToldToDisconnect() throws Exception {
        var decide = new java.util.concurrent.CountDownLatch(1);
        api.close();
        api = new ASocketApi(folder, SocketSettings.DEFAULT, 4, event -> {
            if (ASocketApi.type(event).equals("CONNECT")) {
                try {
                    decide.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return answer;
        });
        try (var socket = new Socket("127.0.0.1", api.port())) {
            socket.getOutputStream()
                    .write(("GET /v1/sockets HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            api.event("CONNECT", 1);
        }
        decide.countDown();
        assertEquals(
                1006,
                api.event("DISCONNECT", 1)
                        .at("/requestContext/disconnectStatusCode")
                        .asInt());
        Eventually.holds("no socket is left", () -> api.figures().open() == 0);
    }
}
