package dev.vitrine.local;

import dev.vitrine.local.life.LocalLog;
import dev.vitrine.local.runtime.Tethered;
import dev.vitrine.local.training.Outcome;
import dev.vitrine.local.training.Training;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes the AOT caches that JVM packages lack on this JVM. A running local cloud starts it on the side.
@Command(
        name = "train",
        description = "Makes the AOT caches that JVM packages lack on this JVM.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final double BYTES_PER_MB = 1e6;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vitrine/training",
            description = "A folder that is emptied and used meanwhile (${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:vitrine.home:-.}",
            description = "Folder that holds functions/ (where the launcher is).")
    private Path home;

    @Option(names = "--artefacts", paramLabel = "NAME,...", description = "Those alone (all).")
    private Optional<String> artefacts;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var root = home.toAbsolutePath().normalize();
        Files.createDirectories(data.toAbsolutePath());
        LocalLog.to(data.resolveSibling(data.getFileName() + "-log"));
        try (var workshop = Workshop.open(root, data.toAbsolutePath())) {
            return train(workshop, wanted(workshop), out) ? 0 : Main.FAILED;
        }
    }

    private Collection<String> wanted(Workshop workshop) {
        var all = workshop.catalog().artefacts().keySet();
        return artefacts
                .<Collection<String>>map(names ->
                        all.stream().filter(List.of(names.split(","))::contains).toList())
                .orElse(all);
    }

    private static boolean train(Workshop workshop, Collection<String> artefacts, PrintWriter out) {
        var training = new Training(
                workshop.catalog(),
                workshop::jvmPackage,
                workshop.environment(),
                workshop.folder("functions"),
                new Tethered(workshop::tether));
        var well = true;
        for (var artefact : artefacts) {
            switch (training.make(artefact)) {
                case Outcome.Made(var file, var bytes, var took) ->
                    out.printf(
                            Locale.ROOT,
                            "%s: %s, %.0f MB, made in %.1f s%n",
                            artefact,
                            file,
                            bytes / BYTES_PER_MB,
                            took.toMillis() / 1000.0);
                case Outcome.NotNeeded(var why) -> out.println(artefact + ": " + why);
                case Outcome.Failed(var why) -> {
                    out.println(artefact + ": no cache: " + why);
                    well = false;
                }
            }
        }
        return well;
    }
}
