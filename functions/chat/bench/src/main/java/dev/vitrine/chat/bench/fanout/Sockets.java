package dev.vitrine.chat.bench.fanout;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;

/// A client of WebSockets without the bounds that suit a browser.
final class Sockets {
    private static final int CONNECTIONS = 20_000;
    private static final int MESSAGE_BYTES = 256 * 1024;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(30);

    private Sockets() {}

    static WebSocketClient client(Vertx vertx) {
        return vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(CONNECTIONS)
                .setMaxFrameSize(MESSAGE_BYTES)
                .setMaxMessageSize(MESSAGE_BYTES)
                .setConnectTimeout((int) CONNECT_WITHIN.toMillis()));
    }
}
