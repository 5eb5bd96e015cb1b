package dev.vitrine.platform.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/// Reads the fields of a JSON body and collects everything that is wrong with them, so that a caller learns
/// it at once.
///
/// Wrong form (not JSON, unknown field, wrong type) is 400; a right form with a value out of its bounds is 422.
/// Where both occur the answer is 400 with the errors of form alone, since the rest was not understood. Not
/// thread-safe: one request, one reader. Read every field, then call `check`.
public final class BodyFields {
    private final JsonNode body;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<FieldError> formErrors = new ArrayList<>();
    private final List<FieldError> valueErrors = new ArrayList<>();

    private BodyFields(JsonNode body) {
        this.body = body;
    }

    /// @throws Problem 400 when the body is not one JSON object
    public static BodyFields of(HttpRequest request) {
        try {
            return new BodyFields(request.body().json());
        } catch (InvalidValue malformed) {
            throw Problem.at(ProblemType.MALFORMED_REQUEST, malformed.field(), malformed.allowed());
        }
    }

    public boolean isEmpty() {
        return body.isEmpty();
    }

    /// Whether the caller named the field at all, even as null.
    public boolean has(String field) {
        read.add(field);
        return body.has(field);
    }

    public boolean isNull(String field) {
        return has(field) && body.get(field).isNull();
    }

    /// A text and the value made of it. Nothing when absent, null, or refused (then the error is kept).
    public <T> Optional<T> text(String field, Function<String, T> value) {
        return of(field, JsonNode::isTextual, "must be a string", node -> value.apply(node.textValue()));
    }

    /// A list of texts and the value made of it.
    public <T> Optional<T> texts(String field, Function<List<String>, T> value) {
        return of(field, BodyFields::isListOfTexts, "must be a list of strings", node -> {
            var texts = new ArrayList<String>();
            node.forEach(element -> texts.add(element.textValue()));
            return value.apply(List.copyOf(texts));
        });
    }

    /// A whole number and the value made of it.
    public <T> Optional<T> whole(String field, LongFunction<T> value) {
        return of(
                field,
                node -> node.isIntegralNumber() && node.canConvertToLong(),
                "must be a whole number",
                node -> value.apply(node.longValue()));
    }

    public Optional<Boolean> flag(String field) {
        return of(field, JsonNode::isBoolean, "must be true or false", JsonNode::booleanValue);
    }

    /// A list of objects, each read by its own fields and checked; what is wrong in one is told with its place.
    public <T> List<T> objects(String field, int most, Function<BodyFields, T> value) {
        return of(field, BodyFields::isListOfObjects, "must be a list of objects", node -> {
                    if (node.size() > most) {
                        throw new InvalidValue(field, "must be at most " + most);
                    }
                    var values = new ArrayList<T>();
                    for (int place = 0; place < node.size(); place++) {
                        element(field + "[" + place + "]", node.get(place), value)
                                .ifPresent(values::add);
                    }
                    return List.copyOf(values);
                })
                .orElse(List.of());
    }

    private <T> Optional<T> element(String place, JsonNode node, Function<BodyFields, T> value) {
        var fields = new BodyFields(node);
        try {
            return Optional.of(value.apply(fields));
        } catch (Problem wrong) {
            var errors = wrong.type() == ProblemType.INVALID_FIELD ? valueErrors : formErrors;
            wrong.errors().forEach(each -> errors.add(new FieldError(place + "." + each.field(), each.detail())));
            return Optional.empty();
        }
    }

    /// Says that a field that came as null or not at all has to be there.
    public void require(String field) {
        if (!has(field)) {
            valueErrors.add(new FieldError(field, "is required"));
        }
        refuseNull(field);
    }

    /// Says that a field that may be absent cannot be cleared.
    public void refuseNull(String field) {
        if (isNull(field)) {
            formErrors.add(new FieldError(field, "must not be null"));
        }
    }

    /// @throws Problem with everything that was wrong, unknown fields included
    public void check() {
        body.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                formErrors.add(new FieldError(name, "is not a known field; known are " + String.join(", ", read)));
            }
        });
        if (!formErrors.isEmpty()) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, formErrors);
        }
        if (!valueErrors.isEmpty()) {
            throw new Problem(ProblemType.INVALID_FIELD, valueErrors);
        }
    }

    private <T> Optional<T> of(String field, Predicate<JsonNode> form, String expected, Function<JsonNode, T> value) {
        if (!has(field) || body.get(field).isNull()) {
            return Optional.empty();
        }
        var node = body.get(field);
        if (!form.test(node)) {
            formErrors.add(new FieldError(field, expected));
            return Optional.empty();
        }
        try {
            return Optional.of(value.apply(node));
        } catch (InvalidValue refused) {
            valueErrors.add(new FieldError(refused.field(), refused.allowed()));
            return Optional.empty();
        }
    }

    private static boolean isListOfObjects(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (var element : node) {
            if (!element.isObject()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isListOfTexts(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (var element : node) {
            if (!element.isTextual()) {
                return false;
            }
        }
        return true;
    }
}
