package dev.vitrine.local.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.local.runtime.FailureKind;
import dev.vitrine.local.runtime.InvocationResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewaySpeaksPayloadTwoTest {
    @TempDir
    Path folder;

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private volatile InvocationResult answer = AnEdge.answered("{\"statusCode\":200,\"body\":\"ok\"}");
    private AnEdge edge;

    @BeforeEach
    void start() throws IOException {
        edge = new AnEdge(folder, ThrottleSettings.DEFAULT, (_, payload, _) -> {
            try {
                events.add(AnEdge.JSON.readTree(payload));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return answer;
        });
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private void problem(int status, String type, HttpResponse<String> response) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("content-type").orElse(""));
        assertEquals("/problems/" + type, AnEdge.json(response).get("type").asText());
        assertEquals(status, AnEdge.json(response).get("status").asInt());
    }

    @Test
    void theEventIsThatOfAnHttpApi() throws Exception {
        edge.send(edge.request("/v1/rooms/a%20b/end?x=1&x=2&y=%C3%A9&empty=")
                .header("Authorization", "Bearer " + edge.token("[\"streamer\",\"operator\"]"))
                .header("Cookie", "a=1; b=2")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .header("User-Agent", "test")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"é\":1}")));

        var event = events.getFirst();
        assertEquals("2.0", event.get("version").asText());
        assertEquals("POST /v1/rooms/{id}/end", event.get("routeKey").asText());
        assertEquals("/v1/rooms/a%20b/end", event.get("rawPath").asText());
        assertEquals("x=1&x=2&y=%C3%A9&empty=", event.get("rawQueryString").asText());
        assertEquals("[\"a=1\",\"b=2\"]", event.get("cookies").toString());
        assertEquals("one,two", event.at("/headers/x-twice").asText());
        assertFalse(event.get("headers").has("cookie"));
        assertEquals("127.0.0.1", event.at("/headers/x-forwarded-for").asText());
        assertEquals(
                "{\"x\":\"1,2\",\"y\":\"é\",\"empty\":\"\"}",
                event.get("queryStringParameters").toString());
        assertEquals("{\"id\":\"a b\"}", event.get("pathParameters").toString());
        assertEquals("{\"é\":1}", event.get("body").asText());
        assertFalse(event.get("isBase64Encoded").asBoolean());
        var context = event.get("requestContext");
        assertEquals("POST", context.at("/http/method").asText());
        assertEquals("HTTP/1.1", context.at("/http/protocol").asText());
        assertEquals("127.0.0.1", context.at("/http/sourceIp").asText());
        assertEquals("test", context.at("/http/userAgent").asText());
        assertEquals("$default", context.get("stage").asText());
        assertEquals("127.0.0.1", context.get("domainName").asText());
        assertTrue(context.get("time").asText().matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000"));
        var claims = context.at("/authorizer/jwt/claims");
        assertEquals("alice", claims.get("sub").asText());
        assertEquals("[streamer operator]", claims.get("roles").asText());
        assertEquals("vitrine", claims.get("aud").asText());
        assertTrue(claims.get("exp").isTextual());
        assertTrue(context.at("/authorizer/jwt/scopes").isNull());
    }

    @Test
    void aRequestWithoutExtrasLeavesThemOut() throws Exception {
        edge.get("/v1/rooms");

        var event = events.getFirst();
        for (var absent : List.of("cookies", "queryStringParameters", "pathParameters", "body")) {
            assertFalse(event.has(absent), absent);
        }
        assertFalse(event.get("requestContext").has("authorizer"));
    }

    @Test
    void bytesTravelAsBase64BothWays() throws Exception {
        var bytes = new byte[] {0, -1, 7};
        answer = AnEdge.answered("{\"statusCode\":200,\"isBase64Encoded\":true,\"headers\":{\"Content-Type\":"
                + "\"image/png\"},\"body\":\"" + Base64.getEncoder().encodeToString(new byte[] {1, 2}) + "\"}");
        var response = edge.send(edge.request("/v1/rooms")
                .header("Authorization", "Bearer " + edge.token("[]"))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes)));

        assertTrue(events.getFirst().get("isBase64Encoded").asBoolean());
        assertArrayEquals(bytes, events.getFirst().get("body").binaryValue());
        assertEquals("image/png", response.headers().firstValue("content-type").orElse(""));
        assertEquals("\u0001\u0002", response.body());
    }

    @Test
    void statusHeadersAndCookiesOfTheAnswerArriveAndLengthIsOurs() throws Exception {
        answer = AnEdge.answered("{\"statusCode\":201,\"headers\":{\"Location\":\"/v1/rooms/1\",\"Content-Length\":"
                + "\"9999\"},\"cookies\":[\"a=1\",\"b=2\"],\"body\":\"{}\"}");
        var response = edge.get("/v1/rooms");

        assertEquals(201, response.statusCode());
        assertEquals("/v1/rooms/1", response.headers().firstValue("location").orElse(""));
        assertEquals(List.of("a=1", "b=2"), response.headers().allValues("set-cookie"));
        assertEquals("2", response.headers().firstValue("content-length").orElse(""));
        assertEquals(
                "application/json",
                response.headers().firstValue("content-type").orElse(""));
    }

    @Test
    void anAnswerWithoutStatusIsTheBodyOfA200() throws Exception {
        answer = AnEdge.answered("{\"hello\":1}");
        var response = edge.get("/v1/rooms");

        assertEquals(200, response.statusCode());
        assertEquals("{\"hello\":1}", response.body());
    }

    @Test
    void answersThatAreNoneAreBadGateways() throws Exception {
        for (var bad : List.of(
                "no json",
                "{\"statusCode\":7}",
                "{\"statusCode\":200,\"body\":{}}",
                "{\"statusCode\":200,\"body\":\"?\",\"isBase64Encoded\":true}",
                "{\"statusCode\":200,\"headers\":{\"x\":\"a\\r\\nset-cookie: b\"}}")) {
            answer = AnEdge.answered(bad);
            problem(502, "function-failed", edge.get("/v1/rooms"));
        }
    }

    @Test
    void failuresOfTheFunctionAreProblems() throws Exception {
        answer = new InvocationResult.Failed("r", FailureKind.TIMED_OUT, "Sandbox.Timedout", "secret detail");
        problem(503, "function-timed-out", edge.get("/v1/rooms"));
        answer = new InvocationResult.Failed("r", FailureKind.EXITED, "Runtime.ExitError", "secret detail");
        var crashed = edge.get("/v1/rooms");
        problem(502, "function-failed", crashed);
        assertFalse(crashed.body().contains("secret"));
        answer = new InvocationResult.Throttled("api");
        var throttled = edge.get("/v1/rooms");
        problem(429, "too-many-requests", throttled);
        assertTrue(throttled.headers().firstValue("retry-after").isPresent());
    }

    @Test
    void unknownPathsAndMethodsAreProblems() throws Exception {
        problem(404, "not-found", edge.get("/v1/nothing"));
        problem(404, "not-found", edge.get("/v1/rooms/"));
        var wrong = edge.send(edge.request("/v1/rooms").DELETE());
        problem(405, "method-not-allowed", wrong);
        assertEquals("GET, HEAD, POST", wrong.headers().firstValue("allow").orElse(""));
        assertTrue(events.isEmpty());
    }

    @Test
    void aLiteralPathWinsOverAParameter() throws Exception {
        problem(401, "unauthenticated", edge.get("/v1/rooms/mine"));
    }

    @Test
    void preflightsAreAnsweredByTheGateway() throws Exception {
        var response = edge.send(edge.request("/v1/rooms")
                .header("Origin", "http://elsewhere")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertEquals(204, response.statusCode());
        assertEquals(
                "*",
                response.headers().firstValue("access-control-allow-origin").orElse(""));
        assertEquals(
                "GET, HEAD, POST",
                response.headers().firstValue("access-control-allow-methods").orElse(""));
        assertTrue(events.isEmpty());
    }

    @Test
    void problemsAreReadableAcrossOriginsToo() throws Exception {
        var response = edge.send(edge.request("/v1/nothing").header("Origin", "http://elsewhere"));

        assertEquals(
                "*",
                response.headers().firstValue("access-control-allow-origin").orElse(""));
    }

    @Test
    void aBodyAboveSixMegabytesIsRefusedByItsLengthBeforeItIsSent() throws Exception {
        var head = "POST /v1/rooms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + edge.token("[]")
                + "\r\nContent-Length: 7000000\r\n\r\n";
        var answer = edge.raw(head);

        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("/problems/body-too-large"), answer);
        assertTrue(events.isEmpty());
    }

    @Test
    void aChunkedBodyAboveSixMegabytesIsRefused() throws Exception {
        var response = edge.send(edge.request("/v1/rooms")
                .header("Authorization", "Bearer " + edge.token("[]"))
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[Gateway.MAX_BODY_BYTES + 1]))));

        problem(413, "body-too-large", response);
        assertTrue(events.isEmpty());
    }

    @Test
    void aBrokenEscapeIsABadRequest() throws Exception {
        var answer = edge.raw("GET /v1/rooms?x=%zz HTTP/1.1\r\nHost: x\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @Test
    void theOtherRoomsOfTheEdgeAreWhereTheyBelong() throws Exception {
        assertEquals("live", edge.get("/live/x").body());
        assertEquals("media", edge.get("/media/x").body());
        problem(404, "not-found", edge.get("/missing.js"));
    }
}
