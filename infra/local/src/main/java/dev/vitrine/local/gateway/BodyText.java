package dev.vitrine.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A body as text where its type says text and it is UTF-8, as base64 otherwise.
final class BodyText {
    private static final Pattern TEXT = Pattern.compile(
            "(text/.*|application/(.*\\+)?(json|xml)|application/(javascript|x-www-form-urlencoded|graphql))");

    private BodyText() {}

    static void put(ObjectNode event, byte[] body, String contentType) {
        var text = body.length == 0 ? Optional.<String>empty() : text(body, contentType);
        if (text.isPresent()) {
            event.put("body", text.get());
        } else if (body.length > 0) {
            event.put("body", Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && text.isEmpty());
    }

    private static Optional<String> text(byte[] body, String contentType) {
        var type = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !TEXT.matcher(type).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
