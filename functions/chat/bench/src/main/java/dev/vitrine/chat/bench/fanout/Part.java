package dev.vitrine.chat.bench.fanout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be measured by itself.
enum Part {
    LANE_A,
    LANE_B,
    RESUME,
    COST;

    /// By its name on the command line: `lane-a`.
    static Optional<Part> named(String name) {
        return Arrays.stream(values()).filter(part -> part.title().equals(name)).findFirst();
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
