package dev.vitrine.chat.socket.boundary;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a client brings when it opens a socket: sub-protocols and perhaps a token, in one of two places.
record Handshake(List<String> subProtocols, Optional<String> parameter) {
    static final String PROTOCOL = "vitrine.v1";
    private static final String BEARER = "bearer.";
    private static final String PARAMETER = "access_token";

    static Handshake of(APIGatewayV2WebSocketEvent event) {
        var headers = Optional.ofNullable(event.getHeaders()).orElse(Map.of());
        var protocols = headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("sec-websocket-protocol"))
                .flatMap(header -> Arrays.stream(header.getValue().split(",")))
                .map(String::strip)
                .toList();
        var query = Optional.ofNullable(event.getQueryStringParameters()).orElse(Map.of());
        return new Handshake(protocols, Optional.ofNullable(query.get(PARAMETER)));
    }

    Optional<String> token() {
        return subProtocols.stream()
                .filter(protocol -> protocol.startsWith(BEARER))
                .map(protocol -> protocol.substring(BEARER.length()))
                .findFirst()
                .or(() -> parameter);
    }

    /// A server may answer only with what was offered (RFC 6455, 4.2.2).
    boolean speaksOurs() {
        return subProtocols.contains(PROTOCOL);
    }
}
