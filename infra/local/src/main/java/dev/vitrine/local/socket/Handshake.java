package dev.vitrine.local.socket;

import dev.vitrine.live.wire.Wire;
import dev.vitrine.local.gateway.Throttle;
import dev.vitrine.local.runtime.FailureKind;
import dev.vitrine.local.runtime.InvocationResult;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsUpgrader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/// Decides upgrade requests by the function's `$connect`: a 2xx opens the socket, any other status is the
/// answer.
///
/// The Origin is not looked at: a socket is opened by a token that the page itself puts into the request
/// (sub-protocol or query), never by a cookie that a browser would add to the request of a foreign page.
final class Handshake extends WsUpgrader {
    /// As long as API Gateway's; the random part is what a stranger would have to guess.
    private static final int ID_BYTES = 11;

    private static final String ID_END = "=";
    private static final String GET = "GET";
    /// When another place may be free.
    private static final Duration WHEN_FULL = Duration.ofSeconds(5);

    private static final int FIRST_REDIRECT = 300;
    private static final int LAST_STATUS = 599;
    private static final Status UPGRADE_REQUIRED = Status.create(426, "Upgrade Required");

    private final Map<String, SocketPath> paths;
    private final Sockets sockets;
    private final Throttle throttle;
    private final SecureRandom random = new SecureRandom();

    Handshake(Map<String, SocketPath> paths, Sockets sockets) {
        super(WsConfig.create());
        this.paths = paths;
        this.sockets = sockets;
        this.throttle = new Throttle(sockets.settings().handshakes(), System::nanoTime);
    }

    /// Null leaves the request to the HTTP API.
    @Override
    public ServerConnection upgrade(ConnectionContext connection, HttpPrologue prologue, WritableHeaders<?> headers) {
        var path = paths.get(prologue.uriPath().rawPath());
        if (path == null || !prologue.method().text().equals(GET)) {
            return null;
        }
        var accept = accept(connection, headers);
        var caller = Caller.of(
                connection.remotePeer().address(), connection.localPeer().port(), prologue, headers);
        var wait = throttle.refuse(caller.sourceIp());
        if (wait.isPresent()) {
            path.traffic().refused();
            throw tooMany(wait.get());
        }
        if (!sockets.admit(caller)) {
            path.traffic().refused();
            throw tooMany(WHEN_FULL);
        }
        var opened = false;
        try {
            var socket = open(connection, path, caller, accept);
            opened = true;
            return socket;
        } finally {
            if (!opened) {
                path.traffic().refused();
                sockets.release(caller);
            }
        }
    }

    private OpenSocket open(ConnectionContext connection, SocketPath path, Caller caller, String accept) {
        var connectedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var id = newId();
        var answer = ask(path, id, connectedAt, caller);
        var greeting = SWITCHING_PROTOCOL_PREFIX
                + accept
                + answer.protocol()
                        .map(protocol -> "\r\n" + PROTOCOL.defaultCase() + ": " + protocol)
                        .orElse("")
                + SWITCHING_PROTOCOLS_SUFFIX;
        var socket = new OpenSocket(
                id,
                caller,
                connectedAt,
                connection,
                greeting.getBytes(StandardCharsets.US_ASCII),
                path.integration(),
                sockets,
                path.traffic());
        if (!sockets.enter(socket)) {
            throw refusal(Status.SERVICE_UNAVAILABLE_503);
        }
        Wire.stopFraming(connection);
        return socket;
    }

    private SocketAnswer ask(SocketPath path, String id, Instant connectedAt, Caller caller) {
        byte[] event;
        try {
            event = SocketEvent.connect(id, connectedAt, caller).json();
        } catch (IllegalArgumentException brokenEscape) {
            throw refusal(Status.BAD_REQUEST_400);
        }
        switch (invoke(path, event)) {
            case InvocationResult.Answered answered -> {
                var answer = SocketAnswer.parse(answered.payload())
                        .orElseThrow(() -> refusal(Status.INTERNAL_SERVER_ERROR_500));
                if (!answer.accepts()) {
                    throw refusal(answer.status()
                            .filter(code -> code >= FIRST_REDIRECT && code <= LAST_STATUS)
                            .map(Status::create)
                            .orElse(Status.INTERNAL_SERVER_ERROR_500));
                }
                return answer;
            }
            case InvocationResult.Failed failed ->
                throw refusal(
                        failed.kind() == FailureKind.TIMED_OUT
                                ? Status.GATEWAY_TIMEOUT_504
                                : Status.INTERNAL_SERVER_ERROR_500);
            case InvocationResult.Throttled _ -> throw refusal(Status.SERVICE_UNAVAILABLE_503);
        }
    }

    private static InvocationResult invoke(SocketPath path, byte[] event) {
        try {
            return path.integration().invoke(Turn.CONNECT, event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal(Status.SERVICE_UNAVAILABLE_503);
        }
    }

    private String accept(ConnectionContext connection, WritableHeaders<?> headers) {
        if (!headers.contains(HeaderNames.CONNECTION)
                || !headers.get(HeaderNames.CONNECTION)
                        .get()
                        .toLowerCase(Locale.ROOT)
                        .contains("upgrade")
                || !headers.contains(WS_KEY)) {
            throw refusal(Status.BAD_REQUEST_400);
        }
        if (!headers.contains(WS_VERSION)
                || !SUPPORTED_VERSION.equals(headers.get(WS_VERSION).get())) {
            throw refusal(UPGRADE_REQUIRED);
        }
        try {
            return hash(connection, headers.get(WS_KEY).get());
        } catch (IllegalArgumentException notBase64) {
            throw refusal(Status.BAD_REQUEST_400);
        }
    }

    private String newId() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ID_END;
    }

    private static RequestException refusal(Status status) {
        return refusing(status).build();
    }

    private static RequestException tooMany(Duration wait) {
        return refusing(Status.TOO_MANY_REQUESTS_429)
                .header(HeaderValues.create(HeaderNames.RETRY_AFTER, Throttle.seconds(wait)))
                .build();
    }

    private static RequestException.Builder refusing(Status status) {
        return RequestException.builder()
                .type(DirectHandler.EventType.OTHER)
                .status(status)
                .header(HeaderValues.create(WS_VERSION, SUPPORTED_VERSION))
                .setKeepAlive(false)
                .message("the upgrade was refused");
    }
}
