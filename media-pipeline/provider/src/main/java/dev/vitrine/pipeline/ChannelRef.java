package dev.vitrine.pipeline;

import dev.vitrine.model.InvalidValue;

/// The provider's own name of a channel: an ARN at Amazon IVS, `app/stream` at ApsaraVideo Live, the room id
/// locally.
public record ChannelRef(String value) {
    private static final int LONGEST = 256;

    public ChannelRef {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw new InvalidValue("channel", "must be 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
