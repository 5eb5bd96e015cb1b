package dev.vitrine.local.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a function answered to an event of a socket.
///
/// @param status empty if it told none
/// @param protocol the sub-protocol that it chose
/// @param body what is to be sent to the client
record SocketAnswer(Optional<Integer> status, Optional<String> protocol, Optional<String> body) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROTOCOL = "sec-websocket-protocol";
    /// RFC 9110, section 5.6.2; anything else would break the handshake.
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final int FIRST_SUCCESS = 200;
    private static final int LAST_SUCCESS = 299;

    /// Empty if the answer is none that could be used.
    static Optional<SocketAnswer> parse(byte[] payload) {
        try {
            var json = JSON.readTree(payload);
            var status = json.path("statusCode").isInt()
                    ? Optional.of(json.path("statusCode").intValue())
                    : Optional.<Integer>empty();
            var protocol = protocol(json.path("headers"));
            var body = json.path("body");
            var usable = (body.isMissingNode() || body.isNull() || body.isTextual())
                    && !json.path("isBase64Encoded").asBoolean()
                    && protocol.map(p -> TOKEN.matcher(p).matches()).orElse(true)
                    && size(body) <= SocketSettings.MAX_MESSAGE_BYTES;
            return usable
                    ? Optional.of(new SocketAnswer(
                            status,
                            protocol,
                            Optional.ofNullable(body.textValue()).filter(text -> !text.isEmpty())))
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static int size(JsonNode body) {
        return body.isTextual() ? body.textValue().getBytes(StandardCharsets.UTF_8).length : 0;
    }

    private static Optional<String> protocol(JsonNode headers) {
        return headers.properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(PROTOCOL))
                .map(header -> header.getValue().asText())
                .findFirst();
    }

    boolean accepts() {
        return status.filter(code -> code >= FIRST_SUCCESS && code <= LAST_SUCCESS)
                .isPresent();
    }
}
