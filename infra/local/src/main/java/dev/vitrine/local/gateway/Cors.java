package dev.vitrine.local.gateway;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Cross-origin answers as an HTTP API with a CORS configuration gives them: any origin, no credentials (tokens
/// travel in a header).
final class Cors {
    private static final HeaderName REQUEST_METHOD = HeaderNames.ACCESS_CONTROL_REQUEST_METHOD;
    private static final String ALLOWED_HEADERS = "authorization, content-type, idempotency-key, if-none-match";
    private static final String EXPOSED_HEADERS = "etag, location, retry-after";
    private static final String MAX_AGE_SECONDS = "600";

    private Cors() {}

    static boolean preflight(ServerRequest request) {
        return request.prologue().method().text().equals("OPTIONS")
                && request.headers().contains(HeaderNames.ORIGIN)
                && request.headers().contains(REQUEST_METHOD);
    }

    static void allow(ServerRequest request, ServerResponse response) {
        if (request.headers().contains(HeaderNames.ORIGIN)) {
            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        }
    }

    static void answer(String methods, ServerResponse response) {
        response.status(204)
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, methods)
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS)
                .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
                .send();
    }
}
