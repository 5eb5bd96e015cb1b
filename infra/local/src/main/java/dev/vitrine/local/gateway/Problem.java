package dev.vitrine.local.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.model.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;

/// An RFC 9457 problem document.
///
/// @param status what is answered: the type's own, or a near one that has no type
public record Problem(ProblemType type, int status, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final JsonMapper JSON = new JsonMapper();

    public Problem(ProblemType type, String detail) {
        this(type, type.status(), detail);
    }

    public static Problem malformed(String detail) {
        return new Problem(ProblemType.MALFORMED_REQUEST, detail);
    }

    public static Problem unauthenticated(String detail) {
        return new Problem(ProblemType.UNAUTHENTICATED, detail);
    }

    public static Problem forbidden(String detail) {
        return new Problem(ProblemType.FORBIDDEN, detail);
    }

    public static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, "No route has this path");
    }

    public static Problem methodNotAllowed(String allowed) {
        return new Problem(ProblemType.METHOD_NOT_ALLOWED, "Allowed here: " + allowed);
    }

    public static Problem tooLarge(long bytes) {
        return new Problem(ProblemType.BODY_TOO_LARGE, "At most " + bytes + " bytes");
    }

    public static Problem invalid(String detail) {
        return new Problem(ProblemType.INVALID_FIELD, detail);
    }

    static Problem tooManyRequests() {
        return new Problem(ProblemType.TOO_MANY_REQUESTS, "Try again after Retry-After seconds");
    }

    static Problem internal() {
        return new Problem(ProblemType.INTERNAL, "The log of the local cloud says what");
    }

    static Problem functionFailed(String requestId) {
        return new Problem(ProblemType.FUNCTION_FAILED, "The function log has request " + requestId);
    }

    static Problem functionTimedOut(String requestId) {
        return new Problem(ProblemType.FUNCTION_TIMED_OUT, "The function log has request " + requestId);
    }

    String json() {
        return JSON.createObjectNode()
                .put("type", type.uri())
                .put("title", type.title())
                .put("status", status)
                .put("detail", detail)
                .toString();
    }

    /// Sends it; error answers are never cached.
    public void send(ServerResponse response) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE)
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(json());
    }
}
