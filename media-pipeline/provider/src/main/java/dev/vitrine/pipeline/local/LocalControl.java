package dev.vitrine.pipeline.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.pipeline.ProviderRefused;
import dev.vitrine.pipeline.ProviderUnavailable;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;

/// Asks the control API of the local live service. Safe for concurrent use; keep one per process.
public final class LocalControl {
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(4);
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final String token;
    private final HttpClient client;

    /// @param base scheme and authority, no trailing slash
    public LocalControl(URI base, String token) {
        this.base = Objects.requireNonNull(base, "base");
        this.token = Objects.requireNonNull(token, "token");
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Uni<JsonNode> get(String path) {
        return ask("GET", path, "");
    }

    Uni<JsonNode> put(String path) {
        return ask("PUT", path, "");
    }

    Uni<JsonNode> post(String path) {
        return ask("POST", path, "");
    }

    Uni<JsonNode> post(String path, JsonNode body) {
        return ask("POST", path, body.toString());
    }

    private Uni<JsonNode> ask(String method, String path, String body) {
        var what = method + " " + path;
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(ANSWER_LIMIT)
                .build();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, BodyHandlers.ofString()))
                .onFailure()
                .transform(failure -> new ProviderUnavailable(what + " got no answer", failure))
                .map(response -> read(what, response));
    }

    private static JsonNode read(String what, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status >= FIRST_FAILURE || status == TOO_MANY_REQUESTS) {
            throw new ProviderUnavailable(what + " failed with status " + status, null);
        }
        if (status >= FIRST_REFUSAL) {
            throw new ProviderRefused(what, status);
        }
        try {
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JsonProcessingException garbled) {
            throw new ProviderUnavailable(what + " was answered with what is not JSON", garbled);
        }
    }
}
