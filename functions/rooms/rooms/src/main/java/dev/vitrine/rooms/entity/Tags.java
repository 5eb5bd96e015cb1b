package dev.vitrine.rooms.entity;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.VisibleText;
import java.util.HashSet;
import java.util.List;

/// Words a room is found by, in the streamer's order.
public record Tags(List<String> values) {
    static final int MOST = 10;
    static final int LONGEST = 30;
    public static final Tags NONE = new Tags(List.of());

    public Tags {
        values = List.copyOf(values);
        if (values.size() > MOST) {
            throw new InvalidValue("tags", "must be at most " + MOST);
        }
        values.forEach(Tags::checked);
        if (new HashSet<>(values).size() != values.size()) {
            throw new InvalidValue("tags", "must not repeat a tag");
        }
    }

    /// @throws InvalidValue when a room cannot have such a tag
    public static String checked(String tag) {
        return VisibleText.line(1, LONGEST, "tags", tag);
    }
}
