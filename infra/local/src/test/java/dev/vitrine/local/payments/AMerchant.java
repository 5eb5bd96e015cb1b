package dev.vitrine.local.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.Eventually;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who listens to callbacks: takes them all, unless told to answer something else first.
final class AMerchant implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /// One callback as it arrived.
    record Heard(String signature, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        String type() throws IOException {
            return json().get("type").asText();
        }
    }

    final List<Heard> heard = new CopyOnWriteArrayList<>();
    final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final WebServer server;

    AMerchant() {
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .routing(routing -> routing.post("/callbacks", this::hear))
                .build()
                .start();
    }

    String notifyUrl() {
        return "http://127.0.0.1:" + server.port() + "/callbacks";
    }

    void hasHeard(int callbacks) throws Exception {
        Eventually.holds("the merchant has heard " + callbacks, () -> heard.size() >= callbacks);
    }

    private void hear(ServerRequest request, ServerResponse response) {
        var signature =
                request.headers().first(HeaderNames.create("Sandbox-Signature")).orElse("");
        heard.add(new Heard(signature, request.content().as(String.class)));
        var status = statuses.poll();
        response.status(status == null ? 204 : status).send();
    }

    @Override
    public void close() {
        server.stop();
    }
}
