package dev.vitrine.ledger.bench;

import dev.vitrine.bench.Sample;
import java.util.Arrays;
import java.util.List;

/// What a load came to.
///
/// @param perSecond without the time that connecting took
/// @param millis of each transaction, as its client saw it
/// @param serverMillis processor time of the database for all of them
record Rate(double perSecond, double[] millis, double serverMillis) {

    /// Several rounds of the same.
    static Rate of(List<Rate> rounds) {
        return new Rate(
                rounds.stream().mapToDouble(Rate::perSecond).average().orElseThrow(),
                rounds.stream()
                        .flatMapToDouble(round -> Arrays.stream(round.millis))
                        .toArray(),
                rounds.stream().mapToDouble(Rate::serverMillis).sum());
    }

    /// The smallest value that `percent` of all values do not exceed (nearest rank).
    double percentile(double percent) {
        return new Sample(millis).percentile(percent);
    }

    double serverMillisEach() {
        return serverMillis / millis.length;
    }
}
