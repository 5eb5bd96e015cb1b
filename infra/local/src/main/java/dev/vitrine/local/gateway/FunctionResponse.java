package dev.vitrine.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a function answered, in payload format 2.0: an object with `statusCode`, or any JSON, which becomes the
/// body of a 200.
record FunctionResponse(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[^\\x00-\\x08\\x0a-\\x1f\\x7f]*");
    /// The connection belongs to the gateway.
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "content-length",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /// Empty if the answer is none that a gateway could send on.
    static Optional<FunctionResponse> parse(byte[] payload) {
        try {
            var json = JSON.readTree(payload);
            return json.isObject() && json.has("statusCode") ? full(json) : Optional.of(inferred(payload));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static FunctionResponse inferred(byte[] payload) {
        return new FunctionResponse(200, Map.of("content-type", "application/json"), List.of(), payload);
    }

    private static Optional<FunctionResponse> full(JsonNode json) {
        var status = json.get("statusCode").asInt();
        var headers = headers(json.path("headers"));
        var cookies = new ArrayList<String>();
        json.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        var body = body(json);
        var valid = status >= 200
                && status <= 599
                && headers.keySet().stream().allMatch(name -> NAME.matcher(name).matches())
                && headers.values().stream()
                        .allMatch(value -> VALUE.matcher(value).matches())
                && cookies.stream().allMatch(value -> VALUE.matcher(value).matches());
        return valid && body.isPresent()
                ? Optional.of(new FunctionResponse(status, headers, cookies, body.get()))
                : Optional.empty();
    }

    private static Map<String, String> headers(JsonNode node) {
        var headers = new LinkedHashMap<String, String>();
        node.properties().forEach(entry -> {
            var name = entry.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !entry.getValue().isNull()) {
                headers.put(name, entry.getValue().asText());
            }
        });
        headers.putIfAbsent("content-type", "application/json");
        return headers;
    }

    private static Optional<byte[]> body(JsonNode json) {
        var body = json.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return Optional.of(new byte[0]);
        }
        if (!body.isTextual()) {
            return Optional.empty();
        }
        if (!json.path("isBase64Encoded").asBoolean()) {
            return Optional.of(body.textValue().getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(body.textValue()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
