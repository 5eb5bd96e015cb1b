package dev.vitrine.platform.edge;

import dev.vitrine.platform.json.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// What goes back: a status, headers and a body.
///
/// @param body text; base64 of the bytes where `base64` says so
public record HttpAnswer(int status, Map<String, String> headers, String body, boolean base64) {
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    public HttpAnswer(int status, Map<String, String> headers, String body) {
        this(status, headers, body, false);
    }

    /// A private document in a form other than JSON.
    public static HttpAnswer text(String mediaType, String body) {
        return of(OK, mediaType, body).with("Cache-Control", "no-store");
    }

    /// A private document of bytes.
    public static HttpAnswer bytes(String mediaType, byte[] body) {
        return new HttpAnswer(
                OK,
                Map.of("Content-Type", mediaType, "Cache-Control", "no-store"),
                Base64.getEncoder().encodeToString(body),
                true);
    }

    /// Done, and there is nothing to show.
    public static HttpAnswer noContent() {
        return new HttpAnswer(NO_CONTENT, Map.of("Cache-Control", "no-store"), "");
    }

    static HttpAnswer of(int status, String mediaType, String body) {
        return new HttpAnswer(status, Map.of("Content-Type", mediaType), body);
    }

    /// A private answer: to the owner of the thing, or changing it. Caches must not keep it.
    public static HttpAnswer json(int status, Object document) {
        return of(status, JSON, Json.write(document)).with("Cache-Control", "no-store");
    }

    /// A document that everybody may read: caches may hand it out for `seconds`, then ask again by its ETag.
    public static HttpAnswer cacheable(int seconds, Object document) {
        var body = Json.write(document);
        return of(OK, JSON, body)
                .with("Cache-Control", "public, max-age=" + seconds)
                .with("ETag", EntityTag.of(body));
    }

    /// A private answer that shows the thing as it is now, with the tag that GET gives it.
    public static HttpAnswer changed(int status, Object document) {
        var body = Json.write(document);
        return of(status, JSON, body).with("Cache-Control", "no-store").with("ETag", EntityTag.of(body));
    }

    public HttpAnswer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpAnswer(status, more, body, base64);
    }

    /// The same without its body, when the caller has it already.
    HttpAnswer orNotModified(HttpRequest request) {
        var tag = headers.get("ETag");
        var known = request.header("if-none-match");
        if (!request.route().startsWith("GET ")
                || tag == null
                || known.isEmpty()
                || !EntityTag.matches(known.get(), tag)) {
            return this;
        }
        return new HttpAnswer(NOT_MODIFIED, Map.of("ETag", tag, "Cache-Control", headers.get("Cache-Control")), "");
    }
}
