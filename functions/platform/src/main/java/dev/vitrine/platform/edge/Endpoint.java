package dev.vitrine.platform.edge;

import io.smallrye.mutiny.Uni;

/// One operation of a contract.
public interface Endpoint {

    /// Method and path template, as the gateway names the route: `GET /v1/rooms/{id}`.
    String route();

    /// @return the answer; a refusal fails with a `Refusal`, a `Problem` or an `InvalidValue`, and what cannot be
    ///     had now with a `TryAgain`
    Uni<HttpAnswer> answer(HttpRequest request);
}
