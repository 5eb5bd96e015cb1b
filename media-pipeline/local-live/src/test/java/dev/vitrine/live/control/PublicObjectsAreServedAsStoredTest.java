package dev.vitrine.live.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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
    void whatIsWrittenAnewWhileItIsReadIsOneVersionUnderItsOwnTag() throws Exception {
        var versions = List.of("a".repeat(100), "b".repeat(50_000));
        store("chat/room/index.json", null, versions.getFirst().getBytes(StandardCharsets.UTF_8));
        var over = new AtomicBoolean();
        var writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; !over.get(); i++) {
                store("chat/room/index.json", null, versions.get(i % 2).getBytes(StandardCharsets.UTF_8));
            }
        });
        var tags = new HashMap<String, String>();
        for (int i = 0; i < 400; i++) {
            var answer = get("chat/room/index.json");
            var body = new String(answer.body(), StandardCharsets.UTF_8);
            assertEquals(200, answer.statusCode());
            assertTrue(versions.contains(body), "a torn answer of " + body.length());
            assertEquals(body, tags.computeIfAbsent(header(answer, "etag"), _ -> body));
        }
        over.set(true);
        writer.join();
    }

    @Test
    void aRangeOfAnotherVersionIsNotSent() throws Exception {
        store("chat/room/1.json", null, SEGMENT.getBytes(StandardCharsets.UTF_8));
        var tag = header(get("chat/room/1.json"), "etag");
        store("chat/room/1.json", null, "{\"slot\":8}".getBytes(StandardCharsets.UTF_8));
        var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + "/media/chat/room/1.json"))
                .header("range", "bytes=0-3")
                .header("if-range", tag)
                .build();
        var whole = client.send(asked, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, whole.statusCode());
        assertEquals("{\"slot\":8}", whole.body());
    }

    @Test
    void headTellsWhatGetWouldSend() throws Exception {
        store("chat/room/1.json", null, SEGMENT.getBytes(StandardCharsets.UTF_8));
        var asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + "/media/chat/room/1.json"))
                .HEAD()
                .build();
        var head = client.send(asked, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, head.statusCode());
        assertEquals("" + SEGMENT.length(), header(head, "content-length"));
        assertEquals(header(get("chat/room/1.json"), "etag"), header(head, "etag"));
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
