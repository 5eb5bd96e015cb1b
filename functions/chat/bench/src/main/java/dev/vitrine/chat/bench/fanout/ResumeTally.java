package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Spread;
import java.util.Map;
import java.util.TreeMap;

/// How those who come back fare. Used on the loop.
final class ResumeTally {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Spread joins = new Spread();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private int begun;
    private int joined;
    private int done;
    private int lost;
    private int most;

    void begun() {
        begun++;
        most = Math.max(most, begun - done - lost);
    }

    /// @param nanos from the first try on
    void joined(long nanos) {
        joined++;
        joins.add(nanos / NANOS_PER_MILLI);
    }

    /// A try failed and is made again.
    void failed(String why) {
        failures.merge(why, 1, Integer::sum);
    }

    /// Gave up.
    void lost() {
        lost++;
    }

    /// @param fault a gap or a repeat; empty without
    void done(String fault) {
        done++;
        if (!fault.isEmpty()) {
            faults.merge(fault.replaceAll("\\d+", "n"), 1, Integer::sum);
        }
    }

    int startedCount() {
        return begun;
    }

    /// Who has not been let in yet.
    int joining() {
        return begun - joined - lost;
    }

    int underWay() {
        return begun - done - lost;
    }

    ResumeResult result(int asked, double seconds) {
        return new ResumeResult(
                asked, begun, done, lost, most, seconds, joins, Map.copyOf(failures), Map.copyOf(faults));
    }
}
