package dev.vitrine.chat.bench.filter;

/// What a message may cost. The filter is held to it; what it is compared with is told beside it and may take longer.
final class Limit {
    static final double P99_MICROS = 50;

    /// The benchmark that is the filter's.
    static final String HELD = "judged";

    private Limit() {}

    static boolean met(String benchmark, double p99Micros) {
        return !benchmark.equals(HELD) || p99Micros <= P99_MICROS;
    }
}
