package dev.vitrine.chat.socket.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.chat.entity.ClientId;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/// The fields of a message, read strictly: what the contract does not name, or names otherwise, is refused
/// with the field and what is allowed there.
final class MessageFields {
    /// The gateway takes no longer message; who calls past it gets the same answer.
    private static final int LONGEST = 128 * 1024;

    private final JsonNode json;

    private MessageFields(JsonNode json) {
        this.json = json;
    }

    /// @throws InvalidValue when it is not one JSON object
    static MessageFields of(String text) {
        if (text == null || text.length() > LONGEST) {
            throw new InvalidValue("body", "must be a JSON object of at most " + LONGEST + " characters");
        }
        return new MessageFields(Json.readStorable(text));
    }

    /// The id, if there is a good one: then a refusal can name it.
    Optional<ClientId> id() {
        return Optional.ofNullable(json.path("id").textValue()).flatMap(text -> {
            try {
                return Optional.of(new ClientId(text));
            } catch (InvalidValue malformed) {
                return Optional.empty();
            }
        });
    }

    String action() {
        return text("action");
    }

    /// @throws InvalidValue naming a field that is not among these
    void only(String... known) {
        var names = Set.of(known);
        json.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new InvalidValue(
                        shortened(name), "is not a known field; known are " + String.join(", ", List.of(known)));
            }
        });
    }

    String text(String field) {
        var node = json.get(field);
        if (node == null || !node.isTextual()) {
            throw new InvalidValue(field, "is required and must be a string");
        }
        return node.textValue();
    }

    <T> Optional<T> optional(String field, Function<String, T> value) {
        return json.has(field) ? Optional.of(value.apply(text(field))) : Optional.empty();
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> words, E otherwise) {
        return optional(field, text -> Arrays.stream(words.getEnumConstants())
                        .filter(word -> word.name().equals(text))
                        .findFirst()
                        .orElseThrow(() ->
                                new InvalidValue(field, "must be one of " + Arrays.toString(words.getEnumConstants()))))
                .orElse(otherwise);
    }

    long number(String field) {
        var node = json.get(field);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new InvalidValue(field, "is required and must be a whole number");
        }
        return node.longValue();
    }

    OptionalLong optionalNumber(String field) {
        return json.has(field) ? OptionalLong.of(number(field)) : OptionalLong.empty();
    }

    private static String shortened(String name) {
        int longest = 40;
        return name.length() > longest ? name.substring(0, longest) + "…" : name;
    }
}
