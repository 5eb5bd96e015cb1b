package dev.vitrine.event;

import dev.vitrine.model.InvalidValue;
import java.util.List;
import java.util.regex.Pattern;

/// What the constructors of events allow. Each throws `InvalidValue`, which names field and bound.
public final class Bounds {
    private Bounds() {}

    public static void present(String field, Object value) {
        if (value == null) {
            throw new InvalidValue(field, "is required");
        }
    }

    /// Bounds in Unicode code points, as JSON Schema counts.
    public static void text(String field, String value, int shortest, int longest) {
        present(field, value);
        var length = value.codePointCount(0, value.length());
        if (length < shortest || length > longest) {
            throw new InvalidValue(field, "must be " + shortest + " to " + longest + " characters, is " + length);
        }
    }

    /// @param form matches the whole text
    public static void form(String field, String value, Pattern form) {
        present(field, value);
        if (!form.matcher(value).matches()) {
            throw new InvalidValue(field, "must look like " + form);
        }
    }

    public static void number(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidValue(field, "must be from " + least + " to " + most + ", is " + value);
        }
    }

    /// @return a list that nobody changes
    public static <T> List<T> list(String field, List<T> value, int fewest, int most) {
        present(field, value);
        if (value.size() < fewest || value.size() > most) {
            throw new InvalidValue(field, "must hold " + fewest + " to " + most + ", holds " + value.size());
        }
        for (var element : value) {
            present(field, element);
        }
        return List.copyOf(value);
    }
}
