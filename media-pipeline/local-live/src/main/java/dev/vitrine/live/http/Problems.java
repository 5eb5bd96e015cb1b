package dev.vitrine.live.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/// Answers errors as RFC 9457 problem documents.
public final class Problems {
    private static final String TYPE_PREFIX = "https://vitrine.dev/problems/";
    /// A CDN may keep a "not found" only so long: the next moment it may exist.
    private static final String SHORT = "max-age=1";

    private Problems() {}

    /// @param type last part of the problem's stable address
    public static void send(ServerResponse response, int status, String type, String detail) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", TYPE_PREFIX + type);
        problem.put("title", type.replace('-', ' '));
        problem.put("status", status);
        problem.put("detail", detail);
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .header(HeaderNames.CACHE_CONTROL, SHORT)
                .send(problem.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static void notFound(ServerResponse response, String detail) {
        send(response, 404, "not-found", detail);
    }
}
