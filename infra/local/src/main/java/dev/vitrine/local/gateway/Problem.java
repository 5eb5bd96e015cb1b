package dev.vitrine.local.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;

/// An RFC 9457 problem document.
///
/// @param type the stable name of the kind of problem
public record Problem(String type, String title, int status, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final JsonMapper JSON = new JsonMapper();

    public static Problem badRequest(String detail) {
        return new Problem("/problems/bad-request", "The request cannot be understood", 400, detail);
    }

    public static Problem unauthorized(String detail) {
        return new Problem("/problems/unauthorized", "A valid token is needed", 401, detail);
    }

    public static Problem forbidden(String detail) {
        return new Problem("/problems/forbidden", "Not allowed", 403, detail);
    }

    static Problem notFound() {
        return new Problem("/problems/not-found", "Nothing is here", 404, "No route has this path");
    }

    static Problem methodNotAllowed(String allowed) {
        return new Problem("/problems/method-not-allowed", "Not with this method", 405, "Allowed here: " + allowed);
    }

    public static Problem tooLarge(long bytes) {
        return new Problem("/problems/too-large", "The body is too large", 413, "At most " + bytes + " bytes");
    }

    public static Problem invalid(String detail) {
        return new Problem("/problems/invalid-field", "A field is invalid", 422, detail);
    }

    static Problem tooManyRequests() {
        return new Problem(
                "/problems/too-many-requests", "Too many requests", 429, "Try again after Retry-After seconds");
    }

    static Problem internal() {
        return new Problem("/problems/internal", "Something broke here", 500, "The log of the local cloud says what");
    }

    static Problem busy(int status) {
        return new Problem("/problems/busy", "The function cannot answer now", status, "Try again later");
    }

    static Problem functionFailed(String requestId) {
        return new Problem(
                "/problems/function-failed", "The function failed", 502, "The function log has request " + requestId);
    }

    static Problem functionTimedOut(String requestId) {
        return new Problem(
                "/problems/function-timed-out",
                "The function did not answer in time",
                503,
                "The function log has request " + requestId);
    }

    String json() {
        return JSON.createObjectNode()
                .put("type", type)
                .put("title", title)
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
