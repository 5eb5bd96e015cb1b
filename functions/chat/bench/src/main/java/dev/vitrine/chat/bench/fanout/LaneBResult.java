package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Grid;
import dev.vitrine.bench.Spread;
import java.util.Locale;

/// What a million readers saw.
///
/// @param requests of all readers to all edges
/// @param fetches of all edges to the origin
/// @param early requests that were answered 404: not yet
/// @param failed requests that got no answer
/// @param gaps readers who missed something, by the cursor rule
/// @param segmentBytes of one answer, body and headers
record LaneBResult(
        long readers,
        int edges,
        double seconds,
        long slotMillis,
        long requests,
        long fetches,
        long early,
        long failed,
        long gaps,
        Spread freshness,
        long bytes,
        double segmentBytes) {
    private static final double MILLIS = 1000;
    private static final double SECONDS_PER_MINUTE = 60;

    double fetchesPerSecond() {
        return fetches / seconds;
    }

    double fetchesPerSecondAndEdge() {
        return fetchesPerSecond() / edges;
    }

    double fetchesPerSlotAndEdge() {
        return fetchesPerSecondAndEdge() * slotMillis / MILLIS;
    }

    double hitRatio() {
        return 1 - fetches / (double) requests;
    }

    double bytesPerViewerMinute() {
        return bytes / (double) readers / seconds * SECONDS_PER_MINUTE;
    }

    String render() {
        var grid = new Grid(
                "lane B, simulated readers over the real origin",
                "readers",
                "edges",
                "origin requests/s",
                "per edge",
                "hit ratio",
                "fresh p50 ms",
                "p99 ms",
                "kB/viewer/min",
                "early %",
                "failed",
                "gaps");
        grid.row(
                "one room, slots of " + slotMillis / MILLIS + " s",
                Grid.whole(readers),
                Grid.whole(edges),
                Grid.fine(fetchesPerSecond()),
                Grid.fine(fetchesPerSecondAndEdge()),
                String.format(Locale.ROOT, "%.6f", hitRatio()),
                Grid.whole(freshness.percentile(50)),
                Grid.whole(freshness.percentile(99)),
                Grid.tenth(bytesPerViewerMinute() / MILLIS),
                Grid.fine(100.0 * early / requests),
                Grid.whole(failed),
                Grid.whole(gaps));
        return grid.render() + "targets: at most 1.00 origin requests/s and edge, p99 at most "
                + Grid.whole(slotMillis + MILLIS) + " ms, no gaps\n";
    }
}
