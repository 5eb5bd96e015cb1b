package dev.vitrine.local.gateway;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;

/// The one public port: `/v1` the HTTP API, `/local` what exists only here, `/live` and `/media` the CDN,
/// everything else the web client.
///
/// The WebSocket API gets its place here: an upgrade of `/v1/sockets` as a second routing of the same listener
/// (`WsRouting`), whose connect, message and disconnect become invocations like those of [Gateway].
public final class Edge implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Edge.class.getName());
    private static final Duration GRACE = Duration.ofMillis(500);

    /// What is served where.
    ///
    /// @param local services below `/local`: issuer and functions page
    /// @param live the origin below `/live`
    /// @param media public objects below `/media`
    public record Services(
            HttpService api, List<HttpService> local, HttpService live, HttpService media, HttpService web) {}

    private final WebServer server;

    /// Listens on loopback only.
    ///
    /// @param port 0 takes a free one
    public Edge(int port, Services services) {
        this.server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .directHandlers(malformedRequests())
                .routing(routing -> routing.register("/v1", services.api())
                        .register("/local", services.local().toArray(HttpService[]::new))
                        .register("/live", services.live())
                        .register("/media", services.media())
                        .register(services.web())
                        .error(Exception.class, Edge::failed))
                .build()
                .start();
    }

    public int port() {
        return server.port();
    }

    private static void failed(ServerRequest request, ServerResponse response, Exception e) {
        if (e instanceof HttpException http) {
            of(http.status()).send(response);
            return;
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "request for " + request.prologue().uriPath().rawPath(),
                e);
        Problem.internal().send(response);
    }

    private static Problem of(Status status) {
        return switch (status.code()) {
            case 404 -> Problem.notFound();
            case 413 -> Problem.tooLarge(Gateway.MAX_BODY_BYTES);
            default -> status.code() < 500 ? malformed(status) : Problem.internal();
        };
    }

    private static Problem malformed(Status status) {
        return new Problem(
                "/problems/bad-request", "The request cannot be understood", status.code(), status.reasonPhrase());
    }

    /// Requests that are not even HTTP enough to be routed.
    private static DirectHandlers malformedRequests() {
        var handlers = DirectHandlers.builder();
        for (var event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, Edge::malformed);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse malformed(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType event,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .keepAlive(false)
                .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .entity(of(status).json())
                .build();
    }

    @Override
    public void close() {
        server.stop();
    }
}
