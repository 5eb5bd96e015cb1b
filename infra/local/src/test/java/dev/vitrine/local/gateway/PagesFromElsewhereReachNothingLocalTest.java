package dev.vitrine.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesFromElsewhereReachNothingLocalTest {
    @TempDir
    Path folder;

    private AnEdge edge;

    @BeforeEach
    void start() throws IOException {
        edge = new AnEdge(
                folder, ThrottleSettings.DEFAULT, (_, _, _) -> AnEdge.answered("{\"statusCode\":200,\"body\":\"{}\"}"));
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private String get(String path, String host) throws IOException {
        return edge.raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "10.0.0.1",
                "0.0.0.0"
            })
    void aNameThatWasMadeToLeadHereIsRefused(String host) throws IOException {
        for (var path : new String[] {
            "/local/.well-known/jwks.json", "/local/nothing", "/%6Cocal/.well-known/jwks.json", "/local"
        }) {
            var answer = get(path, host);
            assertTrue(answer.startsWith("HTTP/1.1 403"), host + path + ": " + answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:9", "localhost", "LOCALHOST:5173", "[::1]:8080"})
    void theNamesOfThisMachineLeadHere(String host) throws IOException {
        assertTrue(get("/local/.well-known/jwks.json", host).startsWith("HTTP/1.1 200"), host);
    }

    /// RFC 9112, 3.2.2: a target that names a host is heard before the header of that name.
    @Test
    void theHostThatTheTargetNamesIsTheHost() throws IOException {
        var path = "/local/.well-known/jwks.json";
        assertTrue(get("http://evil.example" + path, "127.0.0.1").startsWith("HTTP/1.1 403"));
        assertTrue(get("HTTP://evil.example:8080" + path, "localhost").startsWith("HTTP/1.1 403"));
        assertTrue(get("http://127.0.0.1:8080" + path, "evil.example").startsWith("HTTP/1.1 200"));
        assertTrue(get("//evil.example" + path, "127.0.0.1").startsWith("HTTP/1.1 404"));
    }

    @Test
    void aForeignPageGetsNoToken() throws Exception {
        for (var origin : new String[] {"https://evil.example", "null", "http://127.0.0.1:1", "http://localhost"}) {
            var refused = edge.send(edge.request("/local/token")
                    .header("origin", origin)
                    .POST(BodyPublishers.ofString("{\"subject\":\"alice\",\"name\":\"A\",\"roles\":[\"operator\"]}")));
            assertEquals(403, refused.statusCode(), origin);
            assertTrue(AnEdge.json(refused).path("type").asText().endsWith("/problems/forbidden"), refused.body());
        }
    }

    @Test
    void aPageOfThisMachineGetsOne() throws Exception {
        var answer = edge.send(edge.request("/local/token")
                .header("origin", "http://127.0.0.1:" + edge.port())
                .header("sec-fetch-site", "same-origin")
                .POST(BodyPublishers.ofString("{\"subject\":\"alice\",\"name\":\"A\",\"roles\":[\"viewer\"]}")));
        assertEquals(200, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aForeignPageEmbedsAndFetchesNothing(String site) throws Exception {
        var path = "/local/.well-known/jwks.json";
        for (var way : new String[][] {{"no-cors", "image"}, {"cors", "empty"}, {"navigate", "iframe"}}) {
            var refused = edge.send(edge.request(path)
                    .header("sec-fetch-site", site)
                    .header("sec-fetch-mode", way[0])
                    .header("sec-fetch-dest", way[1]));
            assertEquals(403, refused.statusCode(), way[0]);
        }
    }

    @Test
    void aLinkFromElsewhereMayBeFollowedAndAFormMayNot() throws Exception {
        var followed = edge.request("/local/.well-known/jwks.json")
                .header("sec-fetch-site", "cross-site")
                .header("sec-fetch-mode", "navigate")
                .header("sec-fetch-dest", "document");
        assertEquals(200, edge.send(followed).statusCode());
        var form = edge.request("/local/token")
                .header("sec-fetch-site", "cross-site")
                .header("sec-fetch-mode", "navigate")
                .header("sec-fetch-dest", "document")
                .POST(BodyPublishers.ofString("x=y"));
        assertEquals(403, edge.send(form).statusCode());
    }

    @Test
    void whatIsMeantForEveryoneAnswersEveryone() throws Exception {
        var answer = edge.send(edge.request("/v1/rooms").header("origin", "https://shop.example"));
        assertEquals(200, answer.statusCode());
        assertEquals(
                "*", answer.headers().firstValue("access-control-allow-origin").orElse(""));
        assertEquals(
                200,
                edge.send(edge.request("/live/x").header("origin", "https://shop.example"))
                        .statusCode());
    }
}
