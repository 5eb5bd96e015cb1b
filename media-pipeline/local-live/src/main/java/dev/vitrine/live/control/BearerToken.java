package dev.vitrine.live.control;

import dev.vitrine.live.http.Problems;
import dev.vitrine.live.http.Secrets;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Lets a request on only with the right `Authorization: Bearer`.
public record BearerToken(String token) implements Handler {
    private static final String SCHEME = "Bearer ";

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String given = request.headers().value(HeaderNames.AUTHORIZATION).orElse("");
        if (given.startsWith(SCHEME) && Secrets.same(token, given.substring(SCHEME.length()))) {
            response.next();
        } else {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            Problems.send(response, 401, "unauthorized", "the control API needs its bearer token");
        }
    }

    @Override
    public String toString() {
        return "BearerToken";
    }
}
