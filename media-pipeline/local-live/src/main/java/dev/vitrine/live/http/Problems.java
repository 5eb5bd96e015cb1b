package dev.vitrine.live.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.model.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/// Answers errors as RFC 9457 problem documents.
public final class Problems {
    /// A CDN may keep a "not found" only so long: the next moment it may exist.
    private static final String SHORT = "max-age=1";

    private Problems() {}

    public static void send(ServerResponse response, ProblemType type, String detail) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", type.uri());
        problem.put("title", type.title());
        problem.put("status", type.status());
        problem.put("detail", detail);
        response.status(type.status())
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .header(HeaderNames.CACHE_CONTROL, SHORT)
                .send(problem.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static void notFound(ServerResponse response, String detail) {
        send(response, ProblemType.NOT_FOUND, detail);
    }
}
