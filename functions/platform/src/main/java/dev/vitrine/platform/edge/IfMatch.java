package dev.vitrine.platform.edge;

import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.json.Json;
import java.util.Optional;

/// The header `If-Match` (RFC 9110, 13.1.1): a change is made only to what its caller has seen. Without the
/// header every change is made.
///
/// A tag that a CDN made weak by zipping counts like the strong one: ours are made of the content itself,
/// so that equal tags are equal content.
public record IfMatch(Optional<String> tags) {

    public static IfMatch of(HttpRequest request) {
        return new IfMatch(request.header("if-match"));
    }

    /// To be called with the row held, so that nobody changes it between this and the change.
    ///
    /// @param document what GET would answer now
    /// @throws Problem 412 when the caller saw another one
    public void require(Object document) {
        if (tags.isPresent() && !EntityTag.matches(tags.get(), EntityTag.of(Json.write(document)))) {
            throw new Problem(
                    ProblemType.PRECONDITION_FAILED, "It was changed since; read it again and use its new ETag.");
        }
    }
}
