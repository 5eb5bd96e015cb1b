package dev.vitrine.platform.edge;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.ProblemType;
import dev.vitrine.model.StorableText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads query parameters and collects everything that is wrong with them; all of it is 400.
///
/// Read every parameter, then call `check`. Not thread-safe.
public final class QueryFields {
    /// What every list of the house gives unless asked otherwise, and gives at most.
    public static final int DEFAULT_LIMIT = 20;
    public static final int LARGEST_LIMIT = 100;

    private final HttpRequest request;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    public QueryFields(HttpRequest request) {
        this.request = request;
    }

    public <T> Optional<T> read(String parameter, Function<String, T> value) {
        read.add(parameter);
        var text = request.query().get(parameter);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.apply(StorableText.require(parameter, text)));
        } catch (InvalidValue refused) {
            errors.add(new FieldError(parameter, refused.allowed()));
            return Optional.empty();
        }
    }

    /// How many elements of a page: `limit`.
    public int limit() {
        return limit(DEFAULT_LIMIT, LARGEST_LIMIT);
    }

    /// The same for a list that gives more at once, such as one that is made into a file.
    ///
    /// @param standard unless asked otherwise
    public int limit(int standard, int largest) {
        return read("limit", text -> limit(text, largest)).orElse(standard);
    }

    private static int limit(String text, int largest) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= largest) {
                return limit;
            }
        } catch (NumberFormatException malformed) {
            throw new InvalidValue("limit", "must be a whole number from 1 to " + largest, malformed);
        }
        throw new InvalidValue("limit", "must be a whole number from 1 to " + largest);
    }

    /// @throws Problem 400 with everything that was wrong, unknown parameters included
    public void check() {
        request.query().keySet().stream()
                .filter(name -> !read.contains(name))
                .forEach(name -> errors.add(
                        new FieldError(name, "is not a known parameter; known are " + String.join(", ", read))));
        if (!errors.isEmpty()) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, errors);
        }
    }
}
