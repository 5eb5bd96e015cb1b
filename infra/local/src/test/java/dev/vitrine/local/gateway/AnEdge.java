package dev.vitrine.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.live.wire.WireLimits;
import dev.vitrine.local.fixture.ACatalog;
import dev.vitrine.local.issuer.Issuer;
import dev.vitrine.local.issuer.IssuerService;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.Invoker;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A whole edge on a free port; the function behind it is the test's.
final class AnEdge implements AutoCloseable {
    static final String CONTRACT = """
            openapi: 3.0.3
            info: { title: t, version: '1' }
            paths:
              /v1/rooms:
                get:
                  operationId: list
                  security: []
                  parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
                  responses: { '200': { description: d, headers: { Vitrine-Next-Cursor: { schema: { type: string } } } } }
                post: { operationId: create, security: [{ oidc: [] }], responses: {} }
              /v1/rooms/{id}:
                parameters: []
                get: { operationId: one, security: [], responses: {} }
              /v1/rooms/mine:
                get: { operationId: mine, security: [{ oidc: [] }], responses: {} }
              /v1/rooms/{id}/end:
                post: { operationId: end, security: [{ oidc: [] }], responses: {} }
            """;
    static final String PUBLIC_URL = "http://127.0.0.1:8080";
    static final JsonMapper JSON = new JsonMapper();

    final Issuer issuer = new Issuer(Issuer.newKey(), PUBLIC_URL, Clock.systemUTC());
    private static final int READ_MILLIS = 10_000;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Edge edge;

    AnEdge(Path folder, ThrottleSettings limits, Invoker function) throws IOException {
        this(
                folder,
                new EdgeLimits(WireLimits.DEFAULTS, limits, EdgeLimits.DEFAULT.live(), EdgeLimits.DEFAULT.media()),
                function);
    }

    AnEdge(Path folder, EdgeLimits limits, Invoker function) throws IOException {
        var catalog = ACatalog.in(folder)
                .withFile("code/openapi.yaml", CONTRACT)
                .with("api", 5, 2, "{ http: { contract: code/openapi.yaml } }")
                .read();
        var web = Files.createDirectories(folder.resolve("web"));
        var authorizer = new JwtAuthorizer(issuer.keys(), issuer.address(), Issuer.AUDIENCE, Clock.systemUTC());
        edge = new Edge(
                0,
                limits,
                new Edge.Services(
                        new Gateway(catalog, authorizer, limits.api(), function),
                        List.of(new IssuerService(issuer, Set.of("viewer", "streamer", "operator", "auditor"))),
                        rules -> rules.get("/{name}", (_, response) -> response.send("live")),
                        rules -> rules.get("/{name}", (_, response) -> response.send("media")),
                        List.of(),
                        new WebClient(
                                web,
                                PUBLIC_URL,
                                new PageSettings(issuer.trusted().signIn(), List.of())),
                        new NoUpgrades()));
    }

    private static final class NoUpgrades implements Http1Upgrader {
        @Override
        public String supportedProtocol() {
            return "websocket";
        }

        @Override
        public ServerConnection upgrade(ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
            return null;
        }
    }

    static InvocationResult answered(String json) {
        return new InvocationResult.Answered("r1", json.getBytes(StandardCharsets.UTF_8));
    }

    int port() {
        return edge.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /// Sends bytes that no HTTP client would and reads one answer: head and body.
    String raw(String head) throws IOException {
        try (var socket = new Socket("127.0.0.1", edge.port())) {
            socket.setSoTimeout(READ_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var in = socket.getInputStream();
            var answer = new StringBuilder();
            while (answer.indexOf("\r\n\r\n") < 0) {
                var next = in.read();
                if (next < 0) {
                    return answer.toString();
                }
                answer.append((char) next);
            }
            var length = Pattern.compile("(?i)content-length: *(\\d+)").matcher(answer);
            var body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            return answer + new String(body, StandardCharsets.UTF_8);
        }
    }

    String token(String roles) throws IOException, InterruptedException {
        var response = send(request("/local/token")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"subject\":\"alice\",\"name\":\"Alice\",\"roles\":" + roles + "}")));
        return JSON.readTree(response.body()).get("access_token").asText();
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
        edge.close();
    }
}
