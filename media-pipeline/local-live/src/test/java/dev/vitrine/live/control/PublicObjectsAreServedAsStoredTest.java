package dev.vitrine.live.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.live.TestBucket;
import io.helidon.webserver.WebServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class PublicObjectsAreServedAsStoredTest {
    private static final String SEGMENT = "{\"slot\":7,\"items\":[]}";
    private static final String DAY = "public, max-age=86400, immutable";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private TestBucket bucket;
    private WebServer edge;

    @BeforeEach
    void start() throws Exception {
        bucket = new TestBucket(folder.resolve("s3"));
        edge = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .routing(routing -> routing.register(
                        "/media", new MediaService(bucket.store(), List.of("vod/", "covers/", "chat/"))))
                .build()
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        edge.stop();
        bucket.close();
        client.close();
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + "/media/" + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private void store(String key, String encoding, byte[] bytes) {
        bucket.client()
                .putObject(
                        request -> request.bucket("media")
                                .key(key)
                                .contentType("application/json")
                                .contentEncoding(encoding)
                                .cacheControl(DAY),
                        RequestBody.fromBytes(bytes));
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aCompressedSegmentKeepsItsCodingAndItsLifeInCaches() throws Exception {
        var bytes = gzip(SEGMENT);
        store("chat/room-1/7.json", "gzip", bytes);

        var response = get("chat/room-1/7.json");

        assertEquals(200, response.statusCode());
        assertEquals("gzip", header(response, "content-encoding"));
        assertEquals("application/json", header(response, "content-type"));
        assertEquals(DAY, header(response, "cache-control"));
        assertEquals("*", header(response, "access-control-allow-origin"));
        assertArrayEquals(bytes, response.body());
        try (var in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertEquals(SEGMENT, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void anObjectWithoutCodingIsServedWithoutOne() throws Exception {
        bucket.store().put("chat/room-1/index.json", new byte[] {'{', '}'}, "application/json", "max-age=1");

        var response = get("chat/room-1/index.json");

        assertEquals(200, response.statusCode());
        assertEquals("", header(response, "content-encoding"));
        assertEquals("max-age=1", header(response, "cache-control"));
    }

    @Test
    void aSegmentThatIsNotYetThereIsMissingForOneSecondOnly() throws Exception {
        var response = get("chat/room-1/8.json");

        assertEquals(404, response.statusCode());
        assertEquals("max-age=1", header(response, "cache-control"));
        assertEquals("*", header(response, "access-control-allow-origin"));
    }

    @Test
    void whatIsNotPublicStaysSo() throws Exception {
        store("lists/1.bin", "gzip", new byte[] {1});

        assertEquals(404, get("lists/1.bin").statusCode());
        assertEquals(404, get("chat/../lists/1.bin").statusCode());
    }
}
