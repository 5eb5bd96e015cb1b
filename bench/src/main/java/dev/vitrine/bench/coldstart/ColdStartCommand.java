package dev.vitrine.bench.coldstart;

import dev.vitrine.bench.Bench;
import dev.vitrine.bench.Machine;
import dev.vitrine.bench.Sample;
import dev.vitrine.local.Workshop;
import dev.vitrine.local.life.LocalLog;
import dev.vitrine.local.runtime.Tethered;
import dev.vitrine.local.training.Outcome;
import dev.vitrine.local.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Cold starts and warm latencies of the functions and their peers, one table.
@Command(
        name = "cold-start",
        description = "Process start to first answer, and warm: C, Node, Funqy, our functions native and on the JVM.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ColdStartCommand implements Bench {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "20",
            description = "Starts of each (${DEFAULT-VALUE}).")
    private int starts;

    @Option(
            names = "--warm",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Invocations of each when warm, 0 for none (${DEFAULT-VALUE}).")
    private int warm;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "Rows whose name holds NAME; may be repeated. Ratios need their peers.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--picture", paramLabel = "FILE", description = "Also write the table as a PNG.")
    private Optional<Path> picture;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:vitrine.home:-.}",
            description = "Folder that holds functions/ (where the launcher is).")
    private Path home;

    @Override
    public Integer call() throws Exception {
        if (starts < 1 || warm < 0) {
            throw new ParameterException(spec.commandLine(), "--starts must be at least 1 and --warm at least 0");
        }
        var root = home.toAbsolutePath().normalize();
        var data = Files.createDirectories(root.resolve("target/bench/cold-start"));
        LocalLog.to(data.resolveSibling("bench-log"));
        var machine = Machine.describe();
        try (var workshop = Workshop.open(root, data)) {
            train(workshop);
            var contestants = new Contestants(root, workshop, this::wanted);
            var report = measure(workshop, contestants, machine);
            spec.commandLine().getOut().print(Table.render(report));
            spec.commandLine().getOut().flush();
            if (picture.isPresent()) {
                Picture.write(report, picture.get());
            }
            return report.rows().stream()
                            .anyMatch(row -> row instanceof Row.Missing missing
                                    && missing.why().startsWith("failed"))
                    ? 1
                    : 0;
        }
    }

    private Report measure(Workshop workshop, Contestants contestants, String machine) throws Exception {
        var ready = contestants.gather();
        var measured = new ColdStart(contestants.log(), workshop::tether, starts, warm).run(ready);
        var rows = new ArrayList<Row>(contestants.missing().values());
        rows.addAll(measured);
        rows.sort(Comparator.comparing(Row::group));
        return new Report(LocalDate.now(ZoneOffset.UTC), machine, inputs(), rows, driver(workshop, contestants.room()));
    }

    private Optional<Sample> driver(Workshop workshop, String room) throws Exception {
        if (room.isEmpty() || warm == 0) {
            return Optional.empty();
        }
        return Optional.of(BareDriver.measure(
                workshop.database().port(),
                "rooms",
                workshop.rolePassword("rooms"),
                UUID.fromString(room),
                warm,
                ColdStart.UNMEASURED));
    }

    private String inputs() {
        return "Asked: peers a constant; each function its first sample in functions/*/samples, " + Report.DRIVEN
                + " a room by its id. PostgreSQL 18 on this machine, fsync on, migrated; events to SQS on loopback."
                + " Warm: " + warm + " calls one after the other, after " + ColdStart.UNMEASURED + " unmeasured.";
    }

    private void train(Workshop workshop) throws IOException {
        var training = new Training(
                workshop.catalog(),
                workshop::jvmPackage,
                workshop.environment(),
                workshop.folder("training"),
                new Tethered(workshop::tether));
        for (var artefact : workshop.catalog().artefacts().keySet()) {
            if (workshop.catalog().functions().values().stream()
                    .filter(f -> f.artefact().equals(artefact))
                    .anyMatch(f -> wanted(f.name() + Variant.JVM_WITH_CACHE.suffix()))) {
                System.err.println("AOT cache of " + artefact);
                if (training.make(artefact) instanceof Outcome.Failed(var why)) {
                    System.err.println("no AOT cache of " + artefact + ": " + why);
                }
            }
        }
    }

    private boolean wanted(String name) {
        return only.isEmpty() || only.stream().anyMatch(name::contains);
    }
}
