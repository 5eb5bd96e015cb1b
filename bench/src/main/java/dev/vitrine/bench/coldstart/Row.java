package dev.vitrine.bench.coldstart;

import dev.vitrine.bench.Sample;
import java.util.Optional;

/// A line of the table.
sealed interface Row {
    char group();

    String name();

    /// @param warm empty when warm latencies were not asked for
    record Measured(
            char group,
            String name,
            Sample wall,
            Sample cpu,
            Sample resident,
            Sample proportional,
            Optional<Sample> warm)
            implements Row {}

    record Missing(char group, String name, String why) implements Row {}
}
