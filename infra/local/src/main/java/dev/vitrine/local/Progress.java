package dev.vitrine.local;

import java.time.Duration;

/// Hears how the start goes.
@FunctionalInterface
interface Progress {

    /// A part became ready.
    void ready(String part, Duration took);
}
