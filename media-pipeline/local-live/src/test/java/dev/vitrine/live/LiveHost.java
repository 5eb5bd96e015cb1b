package dev.vitrine.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.live.ffmpeg.Ffmpegs;
import dev.vitrine.live.wire.Wire;
import dev.vitrine.live.wire.WireLimits;
import dev.vitrine.manifests.ManifestWatch;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A host of the live service as the local cloud is one: an edge, two queues, and any key accepted for one channel.
public final class LiveHost implements AutoCloseable {
    public static final String CHANNEL = "room-1";
    static final String TOKEN = "a-token-for-tests-only";
    static final String JOBS_TOKEN = "a-token-for-jobs-alone";
    static final String SESSION_KEY = "a-key-of-sessions-for-tests";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> streamMessages = new CopyOnWriteArrayList<>();
    private final List<JsonNode> jobMessages = new CopyOnWriteArrayList<>();
    private final LocalLive live;
    private final Wire wire = new Wire(WireLimits.DEFAULTS, List.of());
    private final WebServer edge;
    private final ManifestWatch manifests = new ManifestWatch();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public LiveHost(Path data, ObjectStore store) throws Exception {
        this(data, store, freePort());
    }

    public LiveHost(Path data, ObjectStore store, int edgePort) throws Exception {
        LiveConfig config = new LiveConfig(
                data,
                "http://127.0.0.1:" + edgePort,
                0,
                0,
                TOKEN,
                JOBS_TOKEN,
                SESSION_KEY,
                List.of("vod/", "covers/", "chat/"));
        live = new LocalLive(
                config, hash -> new PublishAuthorizer.Accepted(CHANNEL), new Queues(), store, Ffmpegs.shared());
        edge = WebServer.builder()
                .address(InetAddress.getByName("127.0.0.1"))
                .port(edgePort)
                .shutdownHook(false)
                .protocolsDiscoverServices(false)
                .addConnectionSelector(wire)
                .routing(routing -> routing.register("/live", live.live()).register("/media", live.media()))
                .build()
                .start();
        live.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private final class Queues implements Notifications {
        @Override
        public void stream(String json) {
            streamMessages.add(parse(json));
        }

        @Override
        public void job(String json) {
            jobMessages.add(parse(json));
        }
    }

    LocalLive live() {
        return live;
    }

    public String url() {
        return "http://127.0.0.1:" + edge.port();
    }

    int controlPort() {
        return live.controlPort();
    }

    public int rtmpPort() {
        return live.rtmpPort();
    }

    public HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() == 200) {
            String type = response.headers().firstValue("Content-Type").orElse("");
            manifests.look(response.uri(), type, new String(response.body(), StandardCharsets.UTF_8));
        }
        return response;
    }

    public HttpResponse<Void> head(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url() + path)).HEAD().build(), BodyHandlers.discarding());
    }

    public String text(String path) throws Exception {
        HttpResponse<byte[]> response = get(path);
        String body = new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + " " + body);
        }
        return body;
    }

    public HttpResponse<String> control(String method, String path, String body) throws Exception {
        return control(TOKEN, method, path, body);
    }

    HttpResponse<String> control(String token, String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + live.controlPort() + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> controlWithout(String method, String path, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + live.controlPort() + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    public void prepare() throws Exception {
        control("PUT", "/channels/" + CHANNEL, "");
    }

    /// Pushes a generated picture of the size, in real time; ends by itself after so many seconds.
    public Process push(Path log, int width, int height, double seconds, String... more) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-re", "-f", "lavfi", "-i"));
        arguments.add("testsrc2=s=" + width + "x" + height + ":r=30:d=" + seconds);
        arguments.addAll(List.of("-re", "-f", "lavfi", "-i", "sine=f=440:r=48000:d=" + seconds));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "30"));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-c:a", "aac"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("-f", "flv", "rtmp://127.0.0.1:" + rtmpPort() + "/live/sk_any"));
        return Ffmpegs.shared().start(arguments, log);
    }

    /// Waits for the n-th message of a type (counted from 1) about streams.
    public JsonNode streamMessage(String type, int n) {
        return Await.value(type + " " + n, LIMIT, () -> nth(streamMessages, type, n));
    }

    public JsonNode jobMessage(int n) {
        return Await.value("job message " + n, LIMIT.multipliedBy(2), () -> jobMessages.stream()
                .skip(n - 1L)
                .findFirst());
    }

    public List<JsonNode> streamMessages() {
        return streamMessages;
    }

    private static Optional<JsonNode> nth(List<JsonNode> messages, String type, int n) {
        return messages.stream()
                .filter(message -> message.path("type").asText().equals(type))
                .skip(n - 1L)
                .findFirst();
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        live.stop();
        edge.stop();
        wire.close();
    }
}
