package dev.vitrine.local.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.fixture.ACatalog;
import dev.vitrine.local.fixture.Eventually;
import dev.vitrine.local.gateway.Edge;
import dev.vitrine.local.gateway.EdgeLimits;
import dev.vitrine.local.gateway.ThrottleSettings;
import dev.vitrine.local.identity.Credentials;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.Invoker;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// An edge with a WebSocket API on a free port; the function behind it is the test's, its events are
/// remembered.
final class ASocketApi implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    private static final String SECRET = "a-secret-for-tests-only";
    static final Credentials CREDENTIALS = new Credentials("function-sockets", SECRET);
    static final String ACCEPTED = "{\"statusCode\":200}";
    private static final HttpService NOTHING = _ -> {};

    final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final SocketApi sockets;
    private final Edge edge;

    /// The settings of production with what a test shortens.
    static SocketSettings settings(Duration idle, Duration stall, int connections, SocketSettings.Bound outbox) {
        var usual = SocketSettings.DEFAULT;
        return new SocketSettings(
                idle,
                usual.lifetime(),
                Duration.ofSeconds(1),
                stall,
                usual.integration(),
                connections,
                connections,
                connections,
                connections,
                usual.handshakes(),
                usual.inbox(),
                outbox,
                usual.inboxes(),
                usual.outboxes());
    }

    /// The settings of production with other bounds on strangers.
    static SocketSettings settings(int guests, ThrottleSettings handshakes) {
        var usual = SocketSettings.DEFAULT;
        return new SocketSettings(
                usual.idle(),
                usual.lifetime(),
                usual.farewell(),
                usual.stall(),
                usual.integration(),
                usual.connections(),
                usual.connectionsPerSource(),
                usual.guests(),
                guests,
                handshakes,
                usual.inbox(),
                usual.outbox(),
                usual.inboxes(),
                usual.outboxes());
    }

    ASocketApi(Path folder, Function<JsonNode, InvocationResult> function) throws IOException {
        this(folder, SocketSettings.DEFAULT, 4, function);
    }

    ASocketApi(Path folder, SocketSettings settings, int concurrency, Function<JsonNode, InvocationResult> function)
            throws IOException {
        this(catalog(folder, concurrency), settings, (_, payload, _) -> function.apply(event(payload)));
    }

    ASocketApi(Catalog catalog, SocketSettings settings, Invoker invoker) {
        sockets = new SocketApi(catalog, settings, new Identities(catalog, _ -> SECRET), (name, payload, trace) -> {
            events.add(event(payload));
            return invoker.invoke(name, payload, trace);
        });
        edge = new Edge(
                0,
                EdgeLimits.DEFAULT,
                new Edge.Services(
                        NOTHING,
                        List.of(sockets.management()),
                        NOTHING,
                        NOTHING,
                        List.of(),
                        NOTHING,
                        sockets.upgrades()));
    }

    static Catalog catalog(Path folder, int concurrency) throws IOException {
        return ACatalog.in(folder)
                .with("sockets", 5, concurrency, "{ webSocket: { path: /v1/sockets } }", "uses: [sockets]")
                .read();
    }

    private static JsonNode event(byte[] payload) {
        try {
            return JSON.readTree(payload);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static InvocationResult answered(String json) {
        return new InvocationResult.Answered("r1", json.getBytes(StandardCharsets.UTF_8));
    }

    static InvocationResult reply(String body) {
        return answered(
                JSON.createObjectNode().put("statusCode", 200).put("body", body).toString());
    }

    static String type(JsonNode event) {
        return event.at("/requestContext/eventType").asText();
    }

    int port() {
        return edge.port();
    }

    URI management() {
        return URI.create("http://127.0.0.1:" + edge.port() + ManagementService.PATH);
    }

    SocketFigures figures() {
        return sockets.figures().getFirst();
    }

    List<JsonNode> events(String type) {
        return events.stream().filter(event -> type(event).equals(type)).toList();
    }

    /// Waits for the n-th event of a type, counted from 1.
    JsonNode event(String type, int n) {
        Eventually.holds(n + " " + type + " in " + events, () -> events(type).size() >= n);
        return events(type).get(n - 1);
    }

    void stopSockets() {
        sockets.close();
    }

    @Override
    public void close() {
        sockets.close();
        edge.close();
    }
}
