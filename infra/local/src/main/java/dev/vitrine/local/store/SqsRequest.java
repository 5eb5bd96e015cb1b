package dev.vitrine.local.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.identity.SignedRequest;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request to SQS in one of its two protocols. Where it goes on to reads it by itself, so that
/// whatever could be read in two ways asks for nothing here.
///
/// @param rawQuery empty without one
/// @param contentType as it was declared; empty without one
record SqsRequest(SignedRequest signed, String rawQuery, String contentType) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String JSON_SUBTYPE = "x-amz-json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CONTENT_TYPE = "content-type";
    private static final String TARGET = "x-amz-target";
    private static final String SERVICE = "AmazonSQS.";
    private static final String QUEUE_URL = "QueueUrl";

    /// What is asked for.
    ///
    /// @param queues every address of a queue that the request names, the path among them
    record Ask(String action, List<String> queues) {}

    /// The language of the answer.
    boolean json() {
        return contentType.contains(JSON_SUBTYPE);
    }

    private boolean form() {
        return contentType.equals(FORM);
    }

    /// As what it may have been signed: the server forgets the charset of a form, which some clients
    /// name.
    List<SignedRequest> readings() {
        return form() ? List.of(signed, new OfType(signed, FORM + "; charset=utf-8")) : List.of(signed);
    }

    private record OfType(SignedRequest signed, String type) implements SignedRequest {
        @Override
        public String method() {
            return signed.method();
        }

        @Override
        public String rawPath() {
            return signed.rawPath();
        }

        @Override
        public List<String> header(String name) {
            return name.equals(CONTENT_TYPE) ? List.of(type) : signed.header(name);
        }
    }

    /// @param endpoint what addresses of queues begin with
    /// @return empty if it cannot be told for certain
    Optional<Ask> ask(byte[] body, String endpoint) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (contentType.equals(SqsRefusal.JSON_TYPE)) {
                return jsonAsk(text);
            }
            return form() ? formAsk(text, endpoint) : Optional.empty();
        } catch (CharacterCodingException | JsonProcessingException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Ask> jsonAsk(String text) throws JsonProcessingException {
        var targets = signed.header(TARGET);
        var queue = JSON.readTree(text).path(QUEUE_URL);
        if (targets.size() != 1 || !targets.getFirst().startsWith(SERVICE) || !queue.isTextual()) {
            return Optional.empty();
        }
        return Optional.of(new Ask(targets.getFirst().substring(SERVICE.length()), List.of(queue.textValue())));
    }

    private Optional<Ask> formAsk(String text, String endpoint) {
        var actions = new ArrayList<String>();
        var queues = new ArrayList<String>();
        for (var field : text.split("&")) {
            var equals = field.indexOf('=');
            var name = decoded(equals < 0 ? field : field.substring(0, equals));
            var value = equals < 0 ? "" : decoded(field.substring(equals + 1));
            switch (name) {
                case "Action" -> actions.add(value);
                case QUEUE_URL, "QueueName" -> queues.add(value);
                default -> {}
            }
        }
        if (signed.rawPath().length() > 1) {
            queues.add(endpoint + signed.rawPath());
        }
        return actions.size() == 1 && !queues.isEmpty()
                ? Optional.of(new Ask(actions.getFirst(), List.copyOf(queues)))
                : Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
