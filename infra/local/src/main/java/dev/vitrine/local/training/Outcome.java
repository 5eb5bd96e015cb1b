package dev.vitrine.local.training;

import java.nio.file.Path;
import java.time.Duration;

/// What became of the wish for a cache.
public sealed interface Outcome {
    record Made(Path file, long bytes, Duration took) implements Outcome {}

    /// There is one already, or nothing to make one of.
    record NotNeeded(String why) implements Outcome {}

    record Failed(String why) implements Outcome {}
}
