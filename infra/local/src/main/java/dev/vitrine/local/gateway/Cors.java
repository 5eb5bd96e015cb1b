package dev.vitrine.local.gateway;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Cross-origin answers as an HTTP API with a CORS configuration gives them: any origin, no credentials (tokens travel
/// in a header). What may be sent and read is what the contracts name, and what the gateway itself takes and adds.
final class Cors {
    private static final HeaderName REQUEST_METHOD = HeaderNames.ACCESS_CONTROL_REQUEST_METHOD;
    private static final List<String> TAKEN = List.of("authorization", "content-type", "if-match", "if-none-match");
    private static final List<String> ADDED =
            List.of("allow", Gateway.REQUEST_ID, "etag", "retry-after", "www-authenticate");
    private static final String MAX_AGE_SECONDS = "600";

    private final String allowed;
    private final String exposed;

    Cors(Collection<Path> contracts) {
        this.allowed = names(TAKEN, contracts, Contract::sent);
        this.exposed = names(ADDED, contracts, Contract::told);
    }

    private static String names(List<String> own, Collection<Path> contracts, Function<Path, Set<String>> ofContract) {
        var names = new TreeSet<>(own);
        contracts.forEach(contract -> names.addAll(ofContract.apply(contract)));
        return String.join(", ", names);
    }

    static boolean preflight(ServerRequest request) {
        return request.prologue().method().text().equals("OPTIONS")
                && request.headers().contains(HeaderNames.ORIGIN)
                && request.headers().contains(REQUEST_METHOD);
    }

    void allow(ServerRequest request, ServerResponse response) {
        if (request.headers().contains(HeaderNames.ORIGIN)) {
            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        }
    }

    void answer(String methods, ServerResponse response) {
        response.status(204)
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, methods)
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, allowed)
                .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
                .send();
    }
}
