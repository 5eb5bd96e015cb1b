package dev.vitrine.pipeline.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.pipeline.ProviderRefused;
import dev.vitrine.pipeline.ProviderUnavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/// Asks the control API of the local live service. Safe for concurrent use; keep one per process.
///
/// On the JDK's plain connection, each question on a worker thread: `java.net.http` would bring HTTP/2, TLS
/// contexts and a thread of its own into every function's executable, for one small question now and then.
public final class LocalControl {
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(4);
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final String token;

    /// @param base scheme and authority, no trailing slash
    public LocalControl(URI base, String token) {
        this.base = Objects.requireNonNull(base, "base");
        this.token = Objects.requireNonNull(token, "token");
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
        return Uni.createFrom()
                .item(() -> exchange(what, method, path, body))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem()
                .after(ANSWER_LIMIT)
                .failWith(() -> new ProviderUnavailable(what + " got no answer in " + ANSWER_LIMIT, null));
    }

    private JsonNode exchange(String what, String method, String path, String body) {
        try {
            var connection = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) CONNECT_LIMIT.toMillis());
            connection.setReadTimeout((int) ANSWER_LIMIT.toMillis());
            connection.setRequestProperty("Authorization", "Bearer " + token);
            connection.setRequestProperty("Content-Type", "application/json");
            if (!method.equals("GET")) {
                send(connection, body.getBytes(StandardCharsets.UTF_8));
            }
            return read(what, connection.getResponseCode(), text(connection));
        } catch (IOException failure) {
            throw new ProviderUnavailable(what + " got no answer", failure);
        }
    }

    /// An empty body too, so that its length is told.
    private static void send(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    /// Read to its end, so that the connection can be used again.
    private static String text(HttpURLConnection connection) throws IOException {
        var failed = connection.getResponseCode() >= FIRST_REFUSAL;
        try (var in = failed ? connection.getErrorStream() : connection.getInputStream()) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode read(String what, int status, String answer) {
        if (status >= FIRST_FAILURE || status == TOO_MANY_REQUESTS) {
            throw new ProviderUnavailable(what + " failed with status " + status, null);
        }
        if (status >= FIRST_REFUSAL) {
            throw new ProviderRefused(what, status);
        }
        try {
            return answer.isBlank() ? JSON.createObjectNode() : JSON.readTree(answer);
        } catch (JsonProcessingException garbled) {
            throw new ProviderUnavailable(what + " was answered with what is not JSON", garbled);
        }
    }
}
