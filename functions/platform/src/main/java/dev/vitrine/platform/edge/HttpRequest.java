package dev.vitrine.platform.edge;

import dev.vitrine.model.ProblemType;
import java.util.Map;
import java.util.Optional;

/// What an endpoint needs to know of a request; header names are in lower case.
///
/// @param id the gateway's id, shown to the caller and logged
/// @param route method and path template of the contract: `POST /v1/rooms/{id}/end`
/// @param caller absent on open routes
public record HttpRequest(
        String id,
        String route,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<Caller> caller,
        RequestBody body) {
    public HttpRequest {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /// With a body that is text.
    public HttpRequest(
            String id,
            String route,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers,
            Optional<Caller> caller,
            String body) {
        this(id, route, path, query, headers, caller, new RequestBody(body));
    }

    public Optional<String> header(String nameInLowerCase) {
        return Optional.ofNullable(headers.get(nameInLowerCase));
    }

    /// @throws Problem 401 on a route that needs a token and came without: the gateway should not let that happen
    public Caller requireCaller() {
        return caller.orElseThrow(() -> new Problem(ProblemType.UNAUTHENTICATED, "This route needs a bearer token."));
    }
}
