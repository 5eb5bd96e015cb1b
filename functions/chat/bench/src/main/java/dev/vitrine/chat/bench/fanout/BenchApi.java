package dev.vitrine.chat.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// As much of the public HTTP contract as the bench needs.
record BenchApi(URI url) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);
    private static final long ASK_EVERY_MILLIS = 100;

    private record Answer(int status, String text) {}

    boolean answers() throws IOException, InterruptedException {
        return send("GET", "/v1/rooms?limit=1", Optional.empty(), Optional.empty())
                        .status()
                == 200;
    }

    String token(String subject, String... roles) throws IOException, InterruptedException {
        var body = Map.of("subject", subject, "name", subject, "roles", List.of(roles));
        return ask("POST", "/local/token", Optional.empty(), Optional.of(body))
                .path("access_token")
                .asText();
    }

    /// A room that is open for talk: it has a key, and chat has heard of it.
    String openRoom(String title) throws IOException, InterruptedException {
        var streamer = Optional.of(token("bench-streamer", "streamer"));
        var room = ask("POST", "/v1/rooms", streamer, Optional.of(Map.of("title", title, "kind", "BRAND")))
                .path("id")
                .asText();
        ask("POST", "/v1/rooms/" + room + "/stream-key", streamer, Optional.empty());
        var deadline = System.nanoTime() + KNOWN_WITHIN.toNanos();
        while (!isOpen(room)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("chat did not hear of room " + room + " within " + KNOWN_WITHIN);
            }
            Thread.sleep(ASK_EVERY_MILLIS);
        }
        return room;
    }

    private boolean isOpen(String room) throws IOException, InterruptedException {
        var answer = send("GET", "/v1/rooms/" + room + "/chat", Optional.empty(), Optional.empty());
        return answer.status() == 200
                && JSON.readTree(answer.text()).path("open").asBoolean();
    }

    /// `/local/functions`.
    JsonNode figures() throws IOException, InterruptedException {
        return ask("GET", "/local/functions", Optional.empty(), Optional.empty());
    }

    private JsonNode ask(String method, String path, Optional<String> token, Optional<Object> body)
            throws IOException, InterruptedException {
        var answer = send(method, path, token, body);
        if (answer.status() / 100 != 2) {
            throw new IOException(method + " " + path + " was answered " + answer.status() + ": " + answer.text());
        }
        return JSON.readTree(answer.text());
    }

    private Answer send(String method, String path, Optional<String> token, Optional<Object> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(TIMEOUT)
                .header("content-type", "application/json")
                .header("idempotency-key", UUID.randomUUID().toString());
        token.ifPresent(bearer -> request.header("authorization", "Bearer " + bearer));
        var content = body.isEmpty()
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body.get()));
        var response = HTTP.send(request.method(method, content).build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }
}
