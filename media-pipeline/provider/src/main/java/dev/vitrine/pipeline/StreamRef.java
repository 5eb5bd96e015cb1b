package dev.vitrine.pipeline;

import dev.vitrine.model.InvalidValue;

/// The provider's name of one push into a channel. A reconnect is a new stream.
public record StreamRef(String value) {
    private static final int LONGEST = 256;

    public StreamRef {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw new InvalidValue("stream", "must be 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
