package dev.vitrine.local.gateway;

import dev.vitrine.live.http.LocalCallersOnly;
import dev.vitrine.live.wire.Wire;
import dev.vitrine.model.ProblemType;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import java.time.Duration;
import java.util.List;

/// The one public port: `/v1` the HTTP API, `/local` what exists only here and for nobody elsewhere,
/// `/live` and `/media` the CDN, pages of the house about itself, everything else the web client.
///
/// The WebSocket API is an upgrader of the same listener: a request for an upgrade is its first, and
/// the HTTP API's if no socket path is asked for. It lets all its sockets go before [#close()].
public final class Edge implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Edge.class.getName());
    private static final Duration GRACE = Duration.ofMillis(500);

    /// What is served where.
    ///
    /// @param local services below `/local`: issuer, functions page, payment sandbox
    /// @param live the origin below `/live`
    /// @param media public objects below `/media`
    /// @param pages what the house says of itself: `/problems`, `/openapi`, `/health`
    /// @param sockets upgrade requests
    public record Services(
            HttpService api,
            List<HttpService> local,
            HttpService live,
            HttpService media,
            List<HttpService> pages,
            HttpService web,
            Http1Upgrader sockets) {}

    private final WebServer server;
    private final Wire wire;

    /// Listens on loopback only.
    ///
    /// @param port 0 takes a free one
    public Edge(int port, EdgeLimits limits, Services services) {
        this.wire = new Wire(limits.connections(), List.of(services.sockets()));
        this.server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                // otherwise the last packet of an answer waits for the receipt of the one before: 40 ms
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .directHandlers(malformedRequests())
                .protocolsDiscoverServices(false)
                .addConnectionSelector(wire)
                .routing(routing -> routing.addFilter(Edge::closeAfterARefusal)
                        .register("/v1", services.api())
                        .register("/local", rules -> rules.any(new LocalCallersOnly()))
                        .register("/local", services.local().toArray(HttpService[]::new))
                        .register("/live", Throttled.by(limits.live()), services.live())
                        .register("/media", Throttled.by(limits.media()), services.media())
                        .register(services.pages().toArray(HttpService[]::new))
                        .register(services.web())
                        .error(Exception.class, Edge::failed))
                .build()
                .start();
    }

    public int port() {
        return server.port();
    }

    /// What is left of a body that was refused is not read, whatever its length: the server would do so before it looks
    /// for the next request, which is where the wire closes (RFC 9112, 9.6).
    private static void closeAfterARefusal(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        if (response.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("this was the last request of the connection");
        }
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
            case 401 -> Problem.unauthenticated("The socket was refused");
            case 403 -> Problem.forbidden("The socket was refused");
            case 404 -> Problem.notFound();
            case 413 -> Problem.tooLarge(Gateway.MAX_BODY_BYTES);
            case 429 -> Problem.tooManyRequests();
            case 503, 504 -> new Problem(ProblemType.UNAVAILABLE, status.code(), "Try again later");
            default -> status.code() < 500 ? malformed(status) : Problem.internal();
        };
    }

    private static Problem malformed(Status status) {
        return new Problem(ProblemType.MALFORMED_REQUEST, status.code(), status.reasonPhrase());
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
        wire.close();
    }
}
