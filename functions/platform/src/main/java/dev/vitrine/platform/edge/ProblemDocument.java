package dev.vitrine.platform.edge;

import dev.vitrine.platform.json.Json;

/// Renders a `Problem` as RFC 9457 says.
final class ProblemDocument {
    private static final String MEDIA_TYPE = "application/problem+json";

    private ProblemDocument() {}

    /// @param requestId the gateway's
    static HttpAnswer of(Problem problem, String requestId) {
        var document = Json.object();
        document.put("type", problem.type().uri());
        document.put("title", problem.type().title());
        document.put("status", problem.type().status());
        problem.detail().ifPresent(detail -> document.put("detail", detail));
        document.put("instance", "/requests/" + requestId);
        problem.members().forEach(document::put);
        if (!problem.errors().isEmpty()) {
            var errors = document.putArray("errors");
            problem.errors()
                    .forEach(error ->
                            errors.addObject().put("field", error.field()).put("detail", error.detail()));
        }
        return HttpAnswer.of(problem.type().status(), MEDIA_TYPE, Json.write(document))
                .with("Cache-Control", "no-store");
    }
}
