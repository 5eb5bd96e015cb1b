package dev.vitrine.chat.entity;

import dev.vitrine.model.InvalidValue;
import java.util.regex.Pattern;

/// A person as one room knows them: another name in every room, so that nobody can be followed from room to
/// room.
public record Viewer(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{16}");

    public Viewer {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("viewer", "must be the 16 characters that the room shows");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
