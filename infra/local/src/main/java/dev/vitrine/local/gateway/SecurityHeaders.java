package dev.vitrine.local.gateway;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.stream.Stream;

/// What a browser may do on the client's pages. A video player needs blob media and workers, and covers
/// come from any https address or from the house. Sockets are named on their own: not every browser takes
/// `'self'` for them.
final class SecurityHeaders {
    private static final HeaderName CSP = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName CONTENT_TYPE_OPTIONS = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName REFERRER_POLICY = HeaderNames.create("Referrer-Policy");

    private final String policy;

    /// @param connectsTo origins that pages fetch from beyond their own, to sign in
    SecurityHeaders(String publicUrl, List<String> connectsTo) {
        var ownAndOthers =
                Stream.concat(Stream.of(publicUrl, publicUrl.replaceFirst("^http", "ws")), connectsTo.stream());
        this.policy = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob: https: " + publicUrl,
                "media-src 'self' blob: " + publicUrl,
                "connect-src 'self' " + String.join(" ", ownAndOthers.toList()),
                "font-src 'self' data:",
                "worker-src 'self' blob:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    void put(ServerResponse response) {
        response.header(CSP, policy)
                .header(CONTENT_TYPE_OPTIONS, "nosniff")
                .header(REFERRER_POLICY, "strict-origin-when-cross-origin");
    }
}
