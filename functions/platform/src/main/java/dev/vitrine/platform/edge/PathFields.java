package dev.vitrine.platform.edge;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.ProblemType;
import dev.vitrine.model.RoomId;
import dev.vitrine.model.StorableText;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Reads the parameters of a path. What is wrong with one is 400 and named as the path names it.
public record PathFields(Map<String, String> path) {

    public static PathFields of(HttpRequest request) {
        return new PathFields(request.path());
    }

    /// @param value makes it of the text; refuses with `InvalidValue`
    /// @throws Problem 400 when the path holds no such value
    public <T> T read(String name, Function<String, T> value) {
        try {
            return value.apply(StorableText.require(name, path.getOrDefault(name, "")));
        } catch (InvalidValue malformed) {
            throw Problem.at(ProblemType.MALFORMED_REQUEST, name, malformed.allowed());
        }
    }

    public RoomId room(String name) {
        return read(name, RoomId::parse);
    }

    /// In its canonical form.
    public UUID uuid(String name) {
        return room(name).value();
    }

    /// A whole number from `least` on.
    public long whole(String name, long least) {
        return read(name, text -> whole(name, least, text));
    }

    private static long whole(String name, long least, String text) {
        var allowed = "must be a whole number from " + least;
        try {
            long number = Long.parseLong(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw new InvalidValue(name, allowed, malformed);
        }
        throw new InvalidValue(name, allowed);
    }
}
