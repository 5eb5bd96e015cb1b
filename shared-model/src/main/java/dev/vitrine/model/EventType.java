package dev.vitrine.model;

import java.util.regex.Pattern;

/// The CloudEvents `type` of a domain fact, past tense and versioned: `dev.vitrine.room.went-live.v1`.
/// Each record of an event has its own as a constant `TYPE`.
public record EventType(String value) {
    private static final Pattern FORM =
            Pattern.compile("dev\\.vitrine\\.[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*\\.v[1-9][0-9]*");

    public EventType {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("type", "must look like dev.vitrine.<thing>.<past-tense>.v<number>, is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
