package dev.vitrine.local.gateway;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.util.Optional;

/// Bodies of bounded size.
public final class RequestBody {
    private RequestBody() {}

    /// The whole body; empty if it is longer than `max` bytes, known by its declared length or, without one, after
    /// `max` bytes.
    public static Optional<byte[]> read(ServerRequest request, int max) throws IOException {
        if (request.headers().contentLength().orElse(0) > max) {
            return Optional.empty();
        }
        if (!request.content().hasEntity()) {
            return Optional.of(new byte[0]);
        }
        var in = request.content().inputStream();
        var body = in.readNBytes(max + 1);
        return body.length > max ? Optional.empty() : Optional.of(body);
    }
}
