package dev.vitrine.chat.replay.entity;

import dev.vitrine.model.InvalidValue;
import java.time.Instant;
import java.util.Objects;

/// A piece of a recording.
///
/// @param onAirAt when its first picture was on air
public record Clip(Instant onAirAt, long durationMillis) {
    public Clip {
        Objects.requireNonNull(onAirAt, "onAirAt");
        if (durationMillis < 0) {
            throw new InvalidValue("durationMillis", "must not be negative");
        }
    }
}
