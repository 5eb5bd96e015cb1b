package dev.vitrine.chat.entity;

import dev.vitrine.model.InvalidValue;
import java.util.regex.Pattern;

/// A client's own name for a message: the same one again says nothing twice.
public record ClientId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public ClientId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("id", "must be 1 to 64 of A-Z, a-z, 0-9, _ and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
