package dev.vitrine.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.live.demo.DemoShow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The few calls of the contract that a show needs, made by a signed-in streamer.
final class Vitrine {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final URI base;
    private final String token;

    private Vitrine(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    static Vitrine signIn(URI base, String name) throws IOException, InterruptedException {
        var guest = new Vitrine(base, "");
        var who = Map.of("subject", "demo", "name", name, "roles", List.of("streamer"));
        return new Vitrine(
                base,
                guest.call("POST", "/local/token", who).path("access_token").asText());
    }

    JsonNode createRoom(Map<String, Object> room) throws IOException, InterruptedException {
        return call("POST", "/v1/rooms", room);
    }

    /// Where to push, and the key: a secret.
    DemoShow streamKey(String room, boolean portrait) throws IOException, InterruptedException {
        var key = call("POST", "/v1/rooms/" + room + "/stream-key", null);
        return new DemoShow(
                URI.create(key.path("ingestUrl").asText()),
                key.path("streamKey").asText(),
                portrait);
    }

    String state(String room) throws IOException, InterruptedException {
        return call("GET", "/v1/rooms/" + room, null).path("state").asText();
    }

    void end(String room) throws IOException, InterruptedException {
        call("POST", "/v1/rooms/" + room + "/end", null);
    }

    private JsonNode call(String method, String path, Object body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        if (method.equals("POST")) {
            request.header("idempotency-key", UUID.randomUUID().toString());
        }
        var content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
        request.header("content-type", "application/json").method(method, content);
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json.readTree(response.body());
    }
}
