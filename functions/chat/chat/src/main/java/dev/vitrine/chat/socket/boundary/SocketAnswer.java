package dev.vitrine.chat.socket.boundary;

import java.util.Map;

/// What the gateway of a WebSocket API takes from a function: the answer to a handshake, or with a body a
/// message down the same socket.
public record SocketAnswer(int statusCode, Map<String, String> headers, String body) {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    static SocketAnswer silence() {
        return new SocketAnswer(OK, Map.of(), null);
    }

    static SocketAnswer message(String json) {
        return new SocketAnswer(OK, Map.of("Content-Type", "application/json"), json);
    }

    static SocketAnswer accepted(String subProtocol) {
        return new SocketAnswer(OK, Map.of("Sec-WebSocket-Protocol", subProtocol), null);
    }

    static SocketAnswer refused() {
        return new SocketAnswer(UNAUTHORIZED, Map.of(), null);
    }
}
