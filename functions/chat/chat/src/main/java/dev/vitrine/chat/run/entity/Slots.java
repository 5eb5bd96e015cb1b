package dev.vitrine.chat.run.entity;

import java.time.Duration;
import java.time.Instant;

/// The numbers of lane B's slots: Unix time divided by their length.
public record Slots(Duration length) {
    private static final long SHORTEST_MILLIS = 1000;
    private static final long LONGEST_MILLIS = 4000;

    public Slots {
        if (length.toMillis() < SHORTEST_MILLIS || length.toMillis() > LONGEST_MILLIS) {
            throw new IllegalArgumentException("a slot lasts 1 to 4 seconds, not " + length);
        }
    }

    /// The slot that a moment lies in.
    public long at(Instant moment) {
        return moment.toEpochMilli() / length.toMillis();
    }

    /// Until the slot ends that a moment lies in; never nothing.
    public Duration left(Instant moment) {
        return Duration.ofMillis(length.toMillis() - moment.toEpochMilli() % length.toMillis());
    }

    /// The newest slot that has ended.
    public long ended(Instant now) {
        return at(now) - 1;
    }
}
