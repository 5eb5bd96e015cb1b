package dev.vitrine.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebClientServesItsFolderOnlyTest {
    @TempDir
    Path folder;

    private AnEdge edge;

    @BeforeEach
    void start() throws IOException {
        var web = folder.resolve("web");
        Files.createDirectories(web.resolve("assets"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(web.resolve("index.html"), "<p>index</p>");
        Files.writeString(web.resolve(".env"), "secret");
        Files.writeString(web.resolve("robots.txt"), "robots");
        Files.writeString(web.resolve("assets/index-DiwrgTda.js"), "script");
        Files.writeString(web.resolve("assets/index-DiwrgTda.js.gz"), "gz");
        Files.writeString(web.resolve("assets/index-DiwrgTda.js.br"), "br");
        Files.createSymbolicLink(web.resolve("link.txt"), folder.resolve("secret.txt"));
        edge = new AnEdge(folder, ThrottleSettings.DEFAULT, (_, _, _) -> AnEdge.answered("{}"));
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rooms/123", "/studio", "/index.html"})
    void pagesAreTheIndexAndNeverCached(String path) throws Exception {
        var response = edge.get(path);

        assertEquals(200, response.statusCode());
        assertEquals("<p>index</p>", response.body());
        assertEquals("text/html; charset=utf-8", header(response, "content-type"));
        assertEquals("no-cache", header(response, "cache-control"));
    }

    @ParameterizedTest
    @CsvSource({"/,200", "/rooms/123,200", "/rooms/123/,200", "/rooms,404", "/rooms/123/more,404", "/studio,404"})
    void anAddressThatIsNoPageOfTheClientIsNotFoundInTheWordsOfTheClient(String path, int status) throws Exception {
        Files.writeString(folder.resolve("web/routes.json"), "{\"routes\":[\"/\",\"/rooms/:id\"]}");

        var response = edge.get(path);

        assertEquals(status, response.statusCode());
        assertEquals("<p>index</p>", response.body());
    }

    @Test
    void pagesAreToldHowToSignIn() throws Exception {
        var response = edge.get("/config.json");

        assertEquals("{\"signIn\":{\"kind\":\"local\"}}", response.body());
        assertEquals("no-cache", header(response, "cache-control"));
    }

    @Test
    void hashedAssetsAreCachedForEver() throws Exception {
        var response = edge.get("/assets/index-DiwrgTda.js");

        assertEquals("script", response.body());
        assertEquals("public, max-age=31536000, immutable", header(response, "cache-control"));
        assertEquals("text/javascript; charset=utf-8", header(response, "content-type"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gzip, br|br", "gzip|gz", "br;q=0, gzip|gz", "deflate|script"})
    void compressedFilesAreServedToWhoTakesThem(String accepted, String body) throws Exception {
        var response = edge.send(edge.request("/assets/index-DiwrgTda.js").header("Accept-Encoding", accepted));

        assertEquals(body, response.body());
        assertEquals("accept-encoding", header(response, "vary"));
        assertEquals("text/javascript; charset=utf-8", header(response, "content-type"));
    }

    @Test
    void anUnchangedFileIsNotSentAgain() throws Exception {
        var etag = header(edge.get("/"), "etag");
        var response = edge.send(edge.request("/").header("If-None-Match", etag));

        assertEquals(304, response.statusCode());
        assertEquals("", response.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/assets/..%2f..%2fsecret.txt",
                "/assets/%2e%2e/%2e%2e/secret.txt",
                "//../secret.txt",
                "/..%5csecret.txt",
                "/..%00/secret.txt",
                "/.env",
                "/link.txt",
                "/%2fetc/passwd"
            })
    void nothingOutsideIsServed(String path) throws Exception {
        var answer = edge.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 40") || answer.contains("<p>index</p>"), answer);
        assertFalse(answer.contains("secret") || answer.contains("root:"), answer);
    }

    @Test
    void missingFilesAreMissingAndWritingIsNotAllowed() throws Exception {
        assertEquals(404, edge.get("/assets/gone-DiwrgTda.js").statusCode());
        var response = edge.send(edge.request("/").POST(BodyPublishers.noBody()));
        assertEquals(405, response.statusCode());
        assertEquals("GET, HEAD", header(response, "allow"));
    }

    @Test
    void headSaysWhatGetWouldSend() throws Exception {
        var response = edge.send(edge.request("/robots.txt").method("HEAD", BodyPublishers.noBody()));

        assertEquals(200, response.statusCode());
        assertEquals("6", header(response, "content-length"));
        assertEquals("text/plain; charset=utf-8", header(response, "content-type"));
    }

    @Test
    void browsersAreToldWhatPagesMayDo() throws Exception {
        var response = edge.get("/");

        assertEquals("nosniff", header(response, "x-content-type-options"));
        assertEquals("strict-origin-when-cross-origin", header(response, "referrer-policy"));
        var policy = header(response, "content-security-policy");
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertTrue(policy.contains("img-src 'self' data: blob: https: http://127.0.0.1:8080;"), policy);
        assertTrue(policy.contains("media-src 'self' blob:"), policy);
        assertTrue(policy.contains("connect-src 'self' http://127.0.0.1:8080 ws://127.0.0.1:8080;"), policy);
    }
}
