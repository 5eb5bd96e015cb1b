package dev.vitrine.chat.bench.fanout;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A million readers behind the edges of a CDN, simulated over the real origin: each reader is a moment
/// within the slot's spread, drawn once; readers of an edge who share a hundredth of a second are a cohort.
/// Edges are real little caches.
final class LaneB {
    static final int READERS = 1_000_000;
    static final int EDGES = 20;
    /// Danmaku that a segment has room for (chat's `DanmakuBudget`).
    static final int BUDGET = 60;
    /// A second; above the budget of a slot of 2 s, so that sampling is at work.
    static final int DANMAKU = 40;

    private static final int COHORT_MILLIS = 10;
    private static final double MILLIS = 1000;

    private final Loop loop;
    private final RandomGenerator random;
    private final Duration measured;

    LaneB(Loop loop, RandomGenerator random, Duration measured) {
        this.loop = loop;
        this.random = random;
        this.measured = measured;
    }

    LaneBResult run(CrowdedRoom room) throws IOException, InterruptedException {
        room.talk(DANMAKU);
        System.err.println(
                "lane B: " + READERS + " readers behind " + EDGES + " edges for " + measured.toSeconds() + " s");
        var seen = new Seen();
        var edges = new ArrayList<EdgeCache>();
        var cohorts = new ArrayList<Cohort>();
        var reading = new Cohort.Reading(room.slotMillis(), room::path, seen);
        for (var i = 0; i < EDGES; i++) {
            var edge = new EdgeCache(room.origin(), System::currentTimeMillis);
            edges.add(edge);
            cohorts.addAll(cohorts(edge, reading));
        }
        var from = room.slotNow() + 1;
        loop.run(() -> cohorts.forEach(cohort -> cohort.start(from)));
        // begins with the end of the first slot, where the first request is due
        Thread.sleep(Math.max(0, (from + 1) * room.slotMillis() - System.currentTimeMillis()));
        Thread.sleep(measured);
        return loop.ask(() -> {
            cohorts.forEach(Cohort::stop);
            return result(room, edges, seen);
        });
    }

    private List<Cohort> cohorts(EdgeCache edge, Cohort.Reading reading) {
        var readers = new long[Cohort.SPREAD_MILLIS / COHORT_MILLIS];
        for (var i = 0; i < READERS / EDGES; i++) {
            readers[random.nextInt(readers.length)]++;
        }
        var cohorts = new ArrayList<Cohort>();
        for (var i = 0; i < readers.length; i++) {
            if (readers[i] > 0) {
                cohorts.add(new Cohort(loop.vertx(), edge, reading, (long) i * COHORT_MILLIS, readers[i]));
            }
        }
        return cohorts;
    }

    private LaneBResult result(CrowdedRoom room, List<EdgeCache> edges, Seen seen) {
        return new LaneBResult(
                READERS,
                EDGES,
                measured.toMillis() / MILLIS,
                room.slotMillis(),
                edges.stream().mapToLong(EdgeCache::requests).sum(),
                edges.stream().mapToLong(EdgeCache::fetches).sum(),
                seen.early(),
                seen.failed(),
                seen.gaps(),
                seen.freshness(),
                seen.bytes(),
                seen.bytes() / (double) Math.max(1, seen.segmentsRead()));
    }
}
