package dev.vitrine.bench.coldstart;

import dev.vitrine.bench.Figures;
import dev.vitrine.bench.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Starts everybody once per round, each round in another order, so that a busy moment of the machine hits all alike;
/// then warms each one and measures it warm.
final class ColdStart {
    /// Invocations of a warm process before those that count.
    static final int UNMEASURED = 200;

    private final Path log;
    private final LongConsumer started;
    private final int rounds;
    private final int warm;

    private record Start(double wallMillis, Figures figures) {}

    /// @param warm invocations of a warm process; 0 for none
    ColdStart(Path log, LongConsumer started, int rounds, int warm) {
        this.log = log;
        this.started = started;
        this.rounds = rounds;
        this.warm = warm;
    }

    /// A row for each, in their order.
    List<Row> run(List<Contestant> contestants) throws InterruptedException {
        var starts = new LinkedHashMap<Contestant, List<Start>>();
        var failed = new LinkedHashMap<Contestant, String>();
        contestants.forEach(contestant -> starts.put(contestant, new ArrayList<>()));
        for (var round = 0; round <= rounds; round++) {
            System.err.print("\rround " + round + " of " + rounds + " ");
            for (var i = 0; i < contestants.size(); i++) {
                var contestant = contestants.get((i + round) % contestants.size());
                if (!failed.containsKey(contestant)) {
                    start(contestant, round > 0 ? starts.get(contestant) : new ArrayList<>(), failed);
                }
            }
        }
        var rows = new ArrayList<Row>();
        for (var contestant : contestants) {
            System.err.print("\rwarm: " + contestant.name() + " ".repeat(30));
            rows.add(row(contestant, starts.get(contestant), failed));
        }
        System.err.print("\r" + " ".repeat(60) + "\r");
        return rows;
    }

    private void start(Contestant contestant, List<Start> starts, Map<Contestant, String> failed)
            throws InterruptedException {
        try (var running = Running.start(contestant, log, started)) {
            var wall = running.first();
            starts.add(new Start(wall, running.figures()));
        } catch (IOException e) {
            failed.put(contestant, "failed: " + e.getMessage());
        }
    }

    private Row row(Contestant contestant, List<Start> starts, Map<Contestant, String> failed)
            throws InterruptedException {
        var latencies = failed.containsKey(contestant) ? Optional.<Sample>empty() : warm(contestant, failed);
        if (failed.containsKey(contestant)) {
            return new Row.Missing(contestant.group(), contestant.name(), failed.get(contestant));
        }
        return new Row.Measured(
                contestant.group(),
                contestant.name(),
                new Sample(starts.stream().mapToDouble(Start::wallMillis).toArray()),
                new Sample(starts.stream()
                        .mapToDouble(s -> s.figures().cpuMillis())
                        .toArray()),
                new Sample(starts.stream()
                        .mapToDouble(s -> s.figures().residentMb())
                        .toArray()),
                new Sample(starts.stream()
                        .mapToDouble(s -> s.figures().proportionalMb())
                        .toArray()),
                latencies);
    }

    private Optional<Sample> warm(Contestant contestant, Map<Contestant, String> failed) throws InterruptedException {
        if (warm == 0) {
            return Optional.empty();
        }
        try (var running = Running.start(contestant, log, started)) {
            running.first();
            for (var i = 0; i < UNMEASURED; i++) {
                running.invoke();
            }
            var millis = new double[warm];
            for (var i = 0; i < warm; i++) {
                millis[i] = running.invoke();
            }
            return Optional.of(new Sample(millis));
        } catch (IOException e) {
            failed.put(contestant, "failed: " + e.getMessage());
            return Optional.empty();
        }
    }
}
