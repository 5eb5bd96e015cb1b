package dev.vitrine.local.gateway;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Bodies of bounded size.
public final class RequestBody {
    private static final System.Logger LOG = System.getLogger(RequestBody.class.getName());

    /// What is read and thrown away of a body that was refused: a socket that is closed while more comes is reset, and
    /// with it goes the answer (RFC 9112, 9.6).
    private static final int MAX_DISCARDED = 64 * 1024 * 1024;

    private static final Duration MOST_DISCARDING = Duration.ofSeconds(5);
    private static final int CHUNK = 64 * 1024;

    private RequestBody() {}

    /// Reads what is left, within bounds of size and time.
    static void discard(ServerRequest request) {
        var deadline = System.nanoTime() + MOST_DISCARDING.toNanos();
        try {
            var in = request.content().inputStream();
            var chunk = new byte[CHUNK];
            var left = MAX_DISCARDED;
            while (left > 0 && System.nanoTime() < deadline) {
                var read = in.read(chunk);
                if (read < 0) {
                    return;
                }
                left -= read;
            }
        } catch (IOException | RuntimeException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the sender of a refused body has gone", gone);
        }
    }

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
