package dev.vitrine.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Moments;
import dev.vitrine.model.RoomId;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// A value that is there, with its place in the data. Every method throws `InvalidValue`, which names the place, when
/// it is of another kind than asked for.
public final class Value {
    private static final int UUID_CHARACTERS = 36;

    private final JsonNode node;
    private final String path;

    Value(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    public String text() {
        if (!node.isTextual()) {
            throw refused("must be a string");
        }
        return node.textValue();
    }

    /// In its canonical form only.
    public UUID uuid() {
        var text = text();
        if (text.length() != UUID_CHARACTERS) {
            throw refused("must be a UUID");
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValue(path, "must be a UUID", malformed);
        }
    }

    public RoomId roomId() {
        return new RoomId(uuid());
    }

    public Currency currency() {
        return choice(Currency.values());
    }

    public Instant instant() {
        return Moments.instant(path, text());
    }

    public LocalDate date() {
        return Moments.day(path, text());
    }

    public URI uri() {
        try {
            var uri = new URI(text());
            if (uri.isAbsolute()) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw new InvalidValue(path, "must be an absolute URI", malformed);
        }
        throw refused("must be an absolute URI");
    }

    public int int32() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw refused("must be a whole number of 32 bits");
        }
        return node.intValue();
    }

    public long int64() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw refused("must be a whole number of 64 bits");
        }
        return node.longValue();
    }

    public boolean flag() {
        if (!node.isBoolean()) {
            throw refused("must be true or false");
        }
        return node.booleanValue();
    }

    /// The one whose name this is.
    public <E extends Enum<E>> E choice(E[] choices) {
        var name = text();
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("must be one of " + Arrays.toString(choices)));
    }

    public <T> List<T> list(Function<Value, T> element) {
        if (!node.isArray()) {
            throw refused("must be a list");
        }
        var list = new ArrayList<T>(node.size());
        for (int i = 0; i < node.size(); i++) {
            list.add(element.apply(new Value(node.get(i), path + "[" + i + "]")));
        }
        return list;
    }

    public Fields fields() {
        return Fields.of(node, path);
    }

    private InvalidValue refused(String allowed) {
        return new InvalidValue(path, allowed);
    }
}
