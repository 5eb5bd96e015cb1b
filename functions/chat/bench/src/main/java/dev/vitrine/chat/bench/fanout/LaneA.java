package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Processes;
import dev.vitrine.bench.ProcessorTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Fills rooms with connections, lets people talk in them and counts at every seat. Rooms stay full from one
/// row to the next.
final class LaneA {
    private static final double KB_PER_MB = 1000;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(40);
    private static final long LOOK_MILLIS = 50;

    private final Loop loop;
    private final Plan plan;
    private final RandomGenerator random;
    private final Tally tally = new Tally();

    LaneA(Loop loop, Plan plan, RandomGenerator random) {
        this.loop = loop;
        this.plan = plan;
        this.random = random;
    }

    /// A row for each number of rooms, then for each rate of the ramp, until one is not sustained.
    List<LaneAResult> run(Carrier carrier) throws IOException, InterruptedException {
        var rows = new ArrayList<LaneAResult>();
        var crowds = new ArrayList<Crowd>();
        warmUp(carrier);
        for (var rooms : plan.rooms()) {
            progress(carrier.name() + ": " + rooms + " rooms of " + plan.connections());
            var perConnection = fill(carrier, crowds, rooms);
            rows.add(measure(carrier, crowds, Plan.DANMAKU, perConnection));
        }
        for (var danmaku : plan.ramp()) {
            if (!rows.getLast().sustained()) {
                break;
            }
            progress(carrier.name() + ": " + danmaku + " danmaku a second and room");
            rows.add(measure(carrier, crowds, danmaku, Double.NaN));
        }
        for (var crowd : crowds) {
            crowd.leave();
        }
        return rows;
    }

    /// Starts the processes and compiles the code that a room in earnest finds running.
    private void warmUp(Carrier carrier) throws IOException, InterruptedException {
        progress(carrier.name() + ": warming up");
        var crowd = Crowd.seat(loop, carrier, Talk.SPEAKERS, Talk.SPEAKERS, tally);
        loop.run(tally::begin);
        var talk = new Talk(loop.vertx(), random, tally);
        loop.run(() -> talk.begin(crowd.seats(), Plan.DANMAKU, Plan.TAPS));
        Thread.sleep(plan.warm().multipliedBy(2));
        loop.run(talk::stop);
        settle();
        crowd.leave();
    }

    /// @return kB for each new connection
    private double fill(Carrier carrier, List<Crowd> crowds, int rooms) throws IOException, InterruptedException {
        var fresh = rooms - crowds.size();
        var before = carrier.processes().megabytes();
        while (crowds.size() < rooms) {
            crowds.add(Crowd.seat(loop, carrier, plan.connections(), Talk.SPEAKERS, tally));
        }
        var grown = carrier.processes().megabytes() - before;
        return fresh == 0 ? Double.NaN : grown * KB_PER_MB / (fresh * plan.connections());
    }

    private LaneAResult measure(Carrier carrier, List<Crowd> crowds, int danmaku, double kbPerConnection)
            throws IOException, InterruptedException {
        var talk = new Talk(loop.vertx(), random, tally);
        loop.run(() -> {
            tally.begin();
            crowds.forEach(crowd -> talk.begin(crowd.seats(), danmaku, Plan.TAPS));
        });
        Thread.sleep(plan.warm());
        var server = ProcessorTime.since(carrier.processes());
        var client = ProcessorTime.since(Processes.of(ProcessHandle.current().pid(), "client"));
        loop.run(() -> tally.open(System.nanoTime()));
        Thread.sleep(plan.measured());
        loop.run(() -> tally.close(System.nanoTime()));
        var serverSeconds = server.until();
        var clientSeconds = client.until();
        loop.run(talk::stop);
        settle();
        var outcome = loop.ask(tally::outcome);
        var row = new LaneAResult(
                carrier.name(),
                crowds.size(),
                crowds.size() * plan.connections(),
                danmaku,
                outcome,
                perSecond(serverSeconds, outcome.seconds()),
                clientSeconds.getOrDefault("client", 0.0) / outcome.seconds(),
                kbPerConnection);
        progress(String.format(
                Locale.ROOT,
                "  %,.0f messages/s, p99 %,.0f ms, %d lost",
                row.messagesPerSecond(),
                outcome.latency().percentile(99),
                outcome.lost()));
        return row;
    }

    /// What was said may still be on its way. What is not there by then is lost: late is not lost.
    private void settle() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        while (!loop.ask(tally::settled) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static Map<String, Double> perSecond(Map<String, Double> seconds, double of) {
        var cores = new TreeMap<String, Double>();
        seconds.forEach((part, value) -> cores.put(part, value / of));
        return cores;
    }

    private static void progress(String what) {
        System.err.println("lane A: " + what);
    }
}
