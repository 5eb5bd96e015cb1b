package dev.vitrine.bench.coldstart;

import dev.vitrine.bench.Sample;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Everything one run found.
///
/// @param inputs what was asked of whom, in words
/// @param driver warm latencies of the bare driver, if it was measured
record Report(LocalDate date, String machine, String inputs, List<Row> rows, Optional<Sample> driver) {
    static final String FLOOR = "C, plain socket";
    static final String DRIVEN = "rooms-api";

    Report {
        rows = List.copyOf(rows);
    }

    Optional<Row.Measured> measured(String name) {
        return rows.stream()
                .filter(Row.Measured.class::isInstance)
                .map(Row.Measured.class::cast)
                .filter(row -> row.name().equals(name))
                .findFirst();
    }

    /// How often the floor's median wall time fits into the row's.
    Optional<Double> overFloor(Row.Measured row) {
        return measured(FLOOR).map(floor -> row.wall().median() / floor.wall().median());
    }

    /// How often the row's median wall time fits into that of the same function on the JVM without a cache.
    Optional<Double> underJvm(Row.Measured row) {
        return measured(Variant.function(row.name()) + Variant.JVM.suffix())
                .filter(jvm -> !jvm.equals(row))
                .map(jvm -> jvm.wall().median() / row.wall().median());
    }
}
