package dev.vitrine.chat.bench.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Runs the parts one after the other, each with processes of its own, and prints what each found.
final class FanOut implements AutoCloseable {
    /// What cost measures when the parts themselves were not asked for.
    private static final Duration IN_LITTLE = Duration.ofSeconds(12);

    private final Path home;
    private final Path folder;
    private final Plan plan;
    /// Of the loop, and of the thread that waits for it.
    private final RandomGenerator random;

    private final RandomGenerator drawn;
    private final PrintWriter out;
    private final Loop loop = new Loop();
    private final List<LaneAResult> laneA = new ArrayList<>();
    private Optional<LaneBResult> laneB = Optional.empty();
    private Optional<Rates.Functions> functions = Optional.empty();

    FanOut(Path home, Plan plan, long seed, PrintWriter out) {
        this.home = home;
        this.folder = home.resolve("target/bench/fan-out");
        this.plan = plan;
        var seeded = new SplittableRandom(seed);
        this.drawn = seeded.split();
        this.random = seeded;
        this.out = out;
    }

    /// @return whether nothing was lost, missed or repeated where the product must not
    boolean run(Set<Part> parts) throws IOException, InterruptedException {
        var good = true;
        if (parts.contains(Part.LANE_A)) {
            good &= laneA();
        } else if (parts.contains(Part.COST)) {
            measureVitrine(new LaneA(loop, Plan.quick(), random));
        }
        if (parts.contains(Part.LANE_B) || parts.contains(Part.RESUME) || parts.contains(Part.COST)) {
            good &= crowded(parts);
        }
        if (parts.contains(Part.COST)) {
            print(CostTable.render(rates()));
        }
        return good;
    }

    private boolean laneA() throws IOException, InterruptedException {
        var without = new LinkedHashMap<String, String>();
        var missing = new LinkedHashMap<String, String>();
        var lane = new LaneA(loop, plan, random);
        without.putAll(measureVitrine(lane));
        var rows = new ArrayList<>(laneA);
        peer(
                "Node ws",
                () -> NodeCarrier.start(home, Peers.ws(folder), loop.vertx(), random),
                lane,
                rows,
                without,
                missing);
        peer(
                "nats-server",
                () -> NatsCarrier.start(Peers.nats(folder), folder.resolve("nats.log"), loop.vertx(), random),
                lane,
                rows,
                without,
                missing);
        print(LaneATable.render(rows, without, missing));
        // what the ramp breaks at is the machine's bound, not a fault
        return laneA.stream()
                .filter(row -> row.danmaku() == Plan.DANMAKU)
                .allMatch(row -> row.outcome().lost() == 0 && row.outcome().gaps() == 0);
    }

    /// @return what it leaves out, by its name
    private Map<String, String> measureVitrine(LaneA lane) throws IOException, InterruptedException {
        System.err.println("starting a local cloud");
        try (var cloud = BenchCloud.start(home, folder.resolve("lane-a"));
                var carrier = new VitrineCarrier(cloud, loop.vertx(), random)) {
            laneA.addAll(lane.run(carrier));
            functions = Optional.of(functions(cloud.api().figures()));
            return Map.of(carrier.name(), carrier.without());
        }
    }

    private interface Start {
        Carrier start() throws IOException, InterruptedException;
    }

    /// One that cannot be had is told, not a failure.
    private void peer(
            String name,
            Start start,
            LaneA lane,
            List<LaneAResult> rows,
            Map<String, String> without,
            Map<String, String> missing)
            throws InterruptedException {
        try (var carrier = start.start()) {
            rows.addAll(lane.run(carrier));
            without.put(carrier.name(), carrier.without());
        } catch (IOException e) {
            missing.put(name, e.getMessage());
        }
    }

    private boolean crowded(Set<Part> parts) throws IOException, InterruptedException {
        System.err.println(
                "starting a local cloud whose rooms leave lane A above " + CrowdedRoom.THRESHOLD + " sockets");
        var good = true;
        try (var cloud = BenchCloud.startWithThreshold(home, folder.resolve("lane-b"), CrowdedRoom.THRESHOLD);
                var carrier = new VitrineCarrier(cloud, loop.vertx(), random)) {
            var room = CrowdedRoom.open(loop, carrier, random);
            if (parts.contains(Part.LANE_B) || parts.contains(Part.COST)) {
                var asked = parts.contains(Part.LANE_B);
                var result = new LaneB(loop, drawn, asked ? plan.laneB() : IN_LITTLE).run(room);
                laneB = Optional.of(result);
                good &= result.gaps() == 0;
                if (asked) {
                    print(result.render());
                }
            }
            if (parts.contains(Part.RESUME)) {
                var result = new Resume(loop, random, plan.resumes(), plan.resumeWithin()).run(cloud, room);
                good &= result.faulty() == 0;
                print(result.render());
            }
            room.close();
        }
        return good;
    }

    private Rates.Functions functions(JsonNode figures) {
        double perMessage = 0;
        double runnerGb = 0;
        for (var function : figures.path("functions")) {
            switch (function.path("function").asText()) {
                case "chat-socket" ->
                    perMessage = function.path("gbSeconds").asDouble()
                            / Math.max(1, function.path("invocations").asLong());
                case "chat-fan-out" -> runnerGb = function.path("memoryMb").asDouble() / 1024;
                default -> {}
            }
        }
        var posts = laneA.stream()
                .mapToDouble(row -> row.framesPerSecond() / row.rooms())
                .max()
                .orElseThrow();
        return new Rates.Functions(perMessage, runnerGb, posts);
    }

    private Rates rates() {
        var usual = laneA.getFirst();
        var lane = laneB.orElseThrow();
        var counts = usual.outcome().counts();
        return new Rates(
                new Rates.Talk(Plan.DANMAKU, Talk.LIKERS),
                new Rates.LaneA(
                        usual.framesPerSecond() / usual.connections(), counts.bytes() / (double) counts.frames()),
                new Rates.LaneB(
                        lane.slotMillis() / 1000.0, lane.segmentBytes(), lane.fetchesPerSlotAndEdge(), lane.edges()),
                functions.orElseThrow());
    }

    private void print(String text) {
        out.println();
        out.print(text);
        out.flush();
    }

    @Override
    public void close() {
        loop.close();
    }
}
