package dev.vitrine.local.socket;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Who asked for a socket, and how.
///
/// @param headers as they were sent, in no promised case of letters
/// @param rawQuery still encoded
/// @param port that was asked
record Caller(String sourceIp, Map<String, List<String>> headers, String rawQuery, int port) {
    static Caller of(SocketAddress peer, int port, HttpPrologue prologue, Headers sent) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var header : sent) {
            headers.put(header.headerName().defaultCase(), List.copyOf(header.allValues()));
        }
        var source = peer instanceof InetSocketAddress internet
                ? internet.getAddress().getHostAddress()
                : peer.toString();
        return new Caller(source, headers, prologue.query().rawValue(), port);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getLast);
    }

    /// Without a port.
    String host() {
        return header("Host").orElse("").replaceFirst(":\\d+$", "");
    }

    /// Whether nothing came that could say who it is: no `Authorization`, no sub-protocol and no
    /// parameter with a token, as browsers have to send it. Whether what came is true is the function's
    /// to say.
    boolean guest() {
        return !headers.containsKey("Authorization")
                && !rawQuery.contains("access_token=")
                && headers.getOrDefault("Sec-WebSocket-Protocol", List.of()).stream()
                        .noneMatch(protocols -> protocols.contains("bearer."));
    }

    String userAgent() {
        return header("User-Agent").orElse("");
    }
}
