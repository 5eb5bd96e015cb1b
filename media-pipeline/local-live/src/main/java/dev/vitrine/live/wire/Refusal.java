package dev.vitrine.live.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vitrine.model.ProblemType;
import io.helidon.common.buffers.BufferData;
import java.nio.charset.StandardCharsets;

/// The last answer of a connection, given where no request was understood.
record Refusal(int status, String reason, ProblemType type, String detail) {
    private static final String RETRY_SECONDS = "1";

    static Refusal of(NotUnderstood request) {
        String reason =
                switch (request.status()) {
                    case 400 -> "Bad Request";
                    case 414 -> "URI Too Long";
                    case 431 -> "Request Header Fields Too Large";
                    case 501 -> "Not Implemented";
                    case 505 -> "HTTP Version Not Supported";
                    default -> throw new IllegalArgumentException("no reason for " + request.status());
                };
        return new Refusal(request.status(), reason, ProblemType.MALFORMED_REQUEST, request.getMessage());
    }

    static Refusal tooSlow() {
        return new Refusal(408, "Request Timeout", ProblemType.MALFORMED_REQUEST, "The request did not come in time");
    }

    static Refusal full() {
        return new Refusal(503, "Service Unavailable", ProblemType.UNAVAILABLE, "Too many connections are open");
    }

    BufferData bytes() {
        byte[] body = JsonNodeFactory.instance
                .objectNode()
                .put("type", type.uri())
                .put("title", type.title())
                .put("status", status)
                .put("detail", detail)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " " + reason
                + "\r\nContent-Type: application/problem+json\r\nCache-Control: no-store"
                + (type == ProblemType.UNAVAILABLE ? "\r\nRetry-After: " + RETRY_SECONDS : "")
                + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        return BufferData.create(BufferData.create(head.getBytes(StandardCharsets.US_ASCII)), BufferData.create(body));
    }
}
