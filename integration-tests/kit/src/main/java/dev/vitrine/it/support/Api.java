package dev.vitrine.it.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.vitrine.manifests.ManifestWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The public HTTP contract, as a client of any language would use it.
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /// Every playlist and manifest that a journey reads is held to the rules of players.
    private static final ManifestWatch MANIFESTS = new ManifestWatch();

    private final URI base;
    private final String token;

    public Api(URI base) {
        this(base, null);
    }

    private Api(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public record Answer(int status, HttpHeaders headers, String text) {
        public JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + text, e);
            }
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + " but was " + status + ": " + text);
            }
            return this;
        }
    }

    public Api signedInAs(String subject, String... roles) {
        return withToken(token(subject, roles));
    }

    public String token(String subject, String... roles) {
        return post("/local/token", Map.of("subject", subject, "name", subject, "roles", List.of(roles)))
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    public Api withToken(String newToken) {
        return new Api(base, newToken);
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /// @param body null for none, text as it is, anything else as JSON
    public Answer send(String method, String path, Object body, Map<String, String> headers) {
        try {
            var request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
            if (token != null) {
                request.header("authorization", "Bearer " + token);
            }
            headers.forEach(request::header);
            if (body == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                var text = body instanceof String written ? written : JSON.writeValueAsString(body);
                request.header("content-type", "application/json").method(method, BodyPublishers.ofString(text));
            }
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            if (method.equals("GET") && answer.status() == 200) {
                MANIFESTS.look(response.uri(), answer.header("content-type"), answer.text());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // --- the words of a streamer

    public JsonNode createRoom(String title) {
        return post(
                        "/v1/rooms",
                        Map.of("title", title, "kind", "BRAND"),
                        Map.of("idempotency-key", "" + UUID.randomUUID()))
                .expect(201)
                .json();
    }

    public JsonNode room(String id) {
        return get("/v1/rooms/" + id).expect(200).json();
    }

    public String state(String id) {
        return room(id).path("state").asText();
    }

    /// @return the address an encoder pushes to, with the key
    public String pushAddress(String id) {
        var key = post("/v1/rooms/" + id + "/stream-key", null).expect(200).json();
        return key.path("ingestUrl").asText() + "/" + key.path("streamKey").asText();
    }

    public void end(String id) {
        post("/v1/rooms/" + id + "/end", null).expect(200);
    }
}
