package dev.vitrine.live.control;

import dev.vitrine.live.http.Problems;
import dev.vitrine.live.http.Secrets;
import dev.vitrine.model.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/// Lets a request on only with a right `Authorization: Bearer`.
public record BearerToken(List<String> tokens) implements Handler {
    private static final String SCHEME = "Bearer ";

    public BearerToken(String... tokens) {
        this(List.of(tokens));
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String given = request.headers().value(HeaderNames.AUTHORIZATION).orElse("");
        if (given.startsWith(SCHEME) && right(given.substring(SCHEME.length()))) {
            response.next();
        } else {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            Problems.send(response, ProblemType.UNAUTHENTICATED, "the control API needs its bearer token");
        }
    }

    private boolean right(String given) {
        return tokens.stream().anyMatch(token -> Secrets.same(token, given));
    }

    @Override
    public String toString() {
        return "BearerToken";
    }
}
