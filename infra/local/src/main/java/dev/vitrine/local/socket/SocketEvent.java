package dev.vitrine.local.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.local.gateway.Escapes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// The events of a WebSocket API (API Gateway developer guide, "Set up a WebSocket API integration request" and
/// "API Gateway mapping template and access logging variable reference").
final class SocketEvent {
    static final String DEFAULT_ROUTE = "$default";
    private static final String CONNECT = "$connect";
    private static final String DISCONNECT = "$disconnect";
    private static final String STAGE = "local";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final DateTimeFormatter COMMON_LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    /// A name that begins with `$` is the gateway's: no client may pretend to connect or disconnect.
    private static final Pattern ROUTE = Pattern.compile("[^$].{0,127}", Pattern.DOTALL);

    /// One event, ready to be sent.
    ///
    /// @param requestId as it stands in the event
    record Rendered(String requestId, byte[] json) {}

    private SocketEvent() {}

    /// @throws IllegalArgumentException on a broken percent escape in the query
    static Rendered connect(String connectionId, Instant connectedAt, Caller caller) {
        var event = JSON.createObjectNode();
        headers(event, caller);
        var query = query(caller.rawQuery());
        if (!query.isEmpty()) {
            var single = event.putObject("queryStringParameters");
            var multi = event.putObject("multiValueQueryStringParameters");
            query.forEach((name, values) -> {
                single.put(name, values.getLast());
                values.forEach(multi.putArray(name)::add);
            });
        }
        var context = context(connectionId, connectedAt, caller, CONNECT, "CONNECT");
        return rendered(event, context, false);
    }

    /// The route is what `$request.body.action` selects, `$default` for everything without one.
    static Rendered message(String connectionId, Instant connectedAt, Caller caller, String body) {
        var event = JSON.createObjectNode();
        var context = context(connectionId, connectedAt, caller, route(body), "MESSAGE");
        context.put("messageId", UUID.randomUUID().toString());
        event.put("body", body);
        return rendered(event, context, false);
    }

    static Rendered disconnect(String connectionId, Instant connectedAt, Caller caller, Closing closing) {
        var event = JSON.createObjectNode();
        event.putObject("headers").put("Host", caller.header("Host").orElse(""));
        var context = context(connectionId, connectedAt, caller, DISCONNECT, "DISCONNECT");
        context.put("disconnectStatusCode", closing.code()).put("disconnectReason", closing.reason());
        return rendered(event, context, false);
    }

    static String route(String body) {
        try {
            var action = JSON.readTree(body).path("action");
            return action.isTextual() && ROUTE.matcher(action.textValue()).matches()
                    ? action.textValue()
                    : DEFAULT_ROUTE;
        } catch (JsonProcessingException notJson) {
            return DEFAULT_ROUTE;
        }
    }

    private static ObjectNode context(
            String connectionId, Instant connectedAt, Caller caller, String route, String type) {
        var now = Instant.now();
        var context = JSON.createObjectNode();
        context.put("routeKey", route)
                .put("eventType", type)
                .put("messageDirection", "IN")
                .put("stage", STAGE)
                .put("apiId", STAGE)
                .put("domainName", caller.host())
                .put("connectionId", connectionId)
                .put("connectedAt", connectedAt.toEpochMilli())
                .put("requestId", UUID.randomUUID().toString())
                .put("requestTime", COMMON_LOG.format(now))
                .put("requestTimeEpoch", now.toEpochMilli());
        context.put("extendedRequestId", context.get("requestId").textValue());
        context.putObject("identity").put("sourceIp", caller.sourceIp()).put("userAgent", caller.userAgent());
        return context;
    }

    private static void headers(ObjectNode event, Caller caller) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(caller.headers());
        headers.merge("X-Forwarded-For", List.of(caller.sourceIp()), SocketEvent::joined);
        headers.put("X-Forwarded-Port", List.of(Integer.toString(caller.port())));
        headers.put("X-Forwarded-Proto", List.of("http"));
        var single = event.putObject("headers");
        var multi = event.putObject("multiValueHeaders");
        headers.forEach((name, values) -> {
            single.put(name, values.getLast());
            values.forEach(multi.putArray(name)::add);
        });
    }

    private static List<String> joined(List<String> earlier, List<String> own) {
        return List.of(String.join(", ", earlier) + ", " + own.getFirst());
    }

    private static Map<String, List<String>> query(String raw) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters
                        .computeIfAbsent(decoded(name), _ -> new ArrayList<>())
                        .add(decoded(value));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return Escapes.inQuery(text);
    }

    private static Rendered rendered(ObjectNode event, ObjectNode context, boolean base64) {
        event.set("requestContext", context);
        event.put("isBase64Encoded", base64);
        try {
            return new Rendered(context.get("requestId").textValue(), JSON.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always writable", e);
        }
    }
}
