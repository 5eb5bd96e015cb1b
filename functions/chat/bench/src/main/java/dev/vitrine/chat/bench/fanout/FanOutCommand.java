package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Bench;
import dev.vitrine.bench.Machine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What a room's talk costs: lane A beside peers, lane B, a crowd that comes back, prices.
@Command(
        name = "fan-out",
        description = "The talk of a room: sockets beside peers, a million readers, a crowd that comes back, prices.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FanOutCommand implements Bench {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            paramLabel = "PART",
            description =
                    "One of lane-a, lane-b, resume, cost; may be repeated. Cost measures what it needs, in little.")
    private List<String> only = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Each measurement of lane A (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--rooms",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,4",
            description = "Rooms of 500 sockets in lane A, one row for each (${DEFAULT-VALUE}).")
    private List<Integer> rooms;

    @Option(
            names = "--resumes",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Clients that come back, 500 a second (${DEFAULT-VALUE}).")
    private int resumes;

    @Option(names = "--quick", description = "Everything in little, about two minutes: to see that it works.")
    private boolean quick;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "4",
            description = "Of all that is drawn by chance (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:vitrine.home:-.}",
            description = "Folder that holds functions/ (where the launcher is).")
    private Path home;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        out.println(LocalDate.now(ZoneOffset.UTC) + ", " + Machine.describe() + ", seed " + seed);
        out.flush();
        try (var run = new FanOut(home.toAbsolutePath().normalize(), plan(), seed, out)) {
            return run.run(parts()) ? 0 : 1;
        }
    }

    private Plan plan() {
        try {
            return quick ? Plan.quick() : Plan.full(rooms, seconds, resumes);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Set<Part> parts() {
        if (only.isEmpty()) {
            return EnumSet.allOf(Part.class);
        }
        var parts = EnumSet.noneOf(Part.class);
        for (var name : only) {
            parts.add(Part.named(name)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "--only " + name + ": must be lane-a, lane-b, resume or cost")));
        }
        return parts;
    }
}
