package dev.vitrine.local;

import dev.vitrine.local.doctor.CatalogChecks;
import dev.vitrine.local.doctor.Check;
import dev.vitrine.local.doctor.Check.Finding;
import dev.vitrine.local.doctor.MachineChecks;
import dev.vitrine.local.life.Ports;
import dev.vitrine.local.life.StartRefused;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Looks at the machine and the registry and says what stands in the way of `up`.
@Command(
        name = "doctor",
        description = "Checks this machine and says what to do about what is missing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "" + Ports.DEFAULT_BASE, description = "As for up.")
    private int port;

    @Option(
            names = "--rtmp-port",
            paramLabel = "PORT",
            defaultValue = "" + Ports.DEFAULT_RTMP,
            description = "As for up.")
    private int rtmpPort;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = ".vitrine", description = "As for up.")
    private Path data;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:vitrine.home:-.}",
            description = "Folder that holds functions/ (where the launcher is).")
    private Path home;

    @Option(
            names = "--packages",
            paramLabel = "ARTEFACT=JVM/EXECUTABLE",
            split = ",",
            hidden = true,
            description = "Whether each artefact's packages are of the present sources; the launcher tells.")
    private Map<String, String> packages = Map.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int problems = 0;
        for (Check check : checks()) {
            Finding finding = check.look();
            out.println(
                    switch (finding) {
                        case Finding.Ok ok -> row(check, "ok", ok.found());
                        case Finding.Problem problem ->
                            row(check, "PROBLEM", problem.found() + ": " + problem.remedy());
                    });
            problems += finding instanceof Finding.Problem ? 1 : 0;
        }
        out.println(problems == 0 ? "nothing stands in the way" : "problems: " + problems);
        return problems == 0 ? 0 : Main.FAILED;
    }

    /// The one place to add a check.
    private List<Check> checks() {
        try {
            var registry = home.toAbsolutePath().normalize().resolve("functions/catalog.yaml");
            return Stream.concat(
                            MachineChecks.all(new Ports(port, rtmpPort), data).stream(),
                            CatalogChecks.all(registry, packages).stream())
                    .toList();
        } catch (StartRefused | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static String row(Check check, String state, String text) {
        return String.format(Locale.ROOT, "%-14s %-8s %s", check.name(), state, text);
    }
}
