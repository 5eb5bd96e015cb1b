package dev.vitrine.local.payments;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// A sandbox on a free port, with retries that a test can wait for.
final class ASandbox implements AutoCloseable {
    static final String SECRET = "the secret";
    static final JsonMapper JSON = new JsonMapper();
    static final SandboxSettings QUICK = settings(Duration.ofMinutes(30), 100);

    final PaymentsSandbox sandbox;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server;

    ASandbox(Path folder, SandboxSettings settings) {
        sandbox = new PaymentsSandbox(folder, SECRET, "http://127.0.0.1:8080", Clock.systemUTC(), settings);
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .routing(routing -> routing.register("/local", sandbox.service()))
                .build()
                .start();
        sandbox.start();
    }

    static SandboxSettings settings(Duration lifetime, int maxSessions) {
        return new SandboxSettings(
                lifetime, maxSessions, 10, Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(20));
    }

    /// A good request for a session.
    static ObjectNode order(String notifyUrl, String key) {
        return JSON.createObjectNode()
                .put("reference", "top-up/7")
                .put("amount", 1_250)
                .put("currency", "CNY")
                .put("description", "<b>100 coins</b> & more")
                .put("returnUrl", "http://127.0.0.1:8080/wallet?tab=coins")
                .put("notifyUrl", notifyUrl)
                .put("idempotencyKey", key);
    }

    HttpResponse<String> post(Object order) throws IOException, InterruptedException {
        return post(order, "Bearer " + SECRET);
    }

    HttpResponse<String> post(Object order, String authorization) throws IOException, InterruptedException {
        return send(request("/local/payments/sessions")
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(order.toString())));
    }

    /// Opens a session and tells its id.
    String opened(ObjectNode order) throws IOException, InterruptedException {
        var answer = post(order);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).get("id").asText();
    }

    HttpResponse<String> page(String id, String language) throws IOException, InterruptedException {
        return send(request("/local/payments/" + id).header("Accept-Language", language));
    }

    HttpResponse<String> choose(String id, String choice) throws IOException, InterruptedException {
        return send(request("/local/payments/" + id)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("choice=" + choice)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        sandbox.close();
        client.close();
        server.stop();
    }
}
