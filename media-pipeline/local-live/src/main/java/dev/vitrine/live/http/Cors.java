package dev.vitrine.live.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Public media may be read by pages of any origin, with no credentials.
public final class Cors {
    private static final String MAX_AGE_SECONDS = "86400";

    private Cors() {}

    /// To be called before any other rule of a public service.
    public static void open(HttpRules rules) {
        rules.any(Cors::allow);
        rules.options("/*", (request, response) -> response.status(204)
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS")
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "Range, If-None-Match")
                .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
                .send());
    }

    private static void allow(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.header(
                HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "Content-Length, Content-Range, Date, ETag, Age");
        response.next();
    }
}
