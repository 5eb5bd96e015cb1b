package dev.vitrine.local;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.Signal;
import dev.vitrine.local.runtime.AotCache;
import dev.vitrine.local.runtime.FunctionPackage;
import dev.vitrine.local.runtime.PackageKind;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Has the AOT caches made that are missing, once, by a process on the side with the lowest priority: `train`, with
/// stores of its own. That process writes down what it loaded itself too, for the next start of the local cloud.
///
/// `VITRINE_AOT_TRAINING=off` keeps it from happening. A training that fails or is cut short costs nothing but the
/// time it would have saved; the next start tries again.
final class TrainingPart implements Service {
    static final String SWITCH = "VITRINE_AOT_TRAINING";
    /// Where the launcher looks for the cache of the local cloud itself; without a launcher there is none.
    static final String OWN_CACHE = "vitrine.cache";

    private static final Logger LOG = System.getLogger(TrainingPart.class.getName());
    private static final String LOWEST_PRIORITY = "19";
    private static final long STOP_SECONDS = 5;

    private final Path home;
    private final Path data;
    private final Catalog catalog;
    private final Function<String, FunctionPackage> packages;
    private final Lifeline lifeline;
    private volatile Process process;

    /// @param packages what each artefact runs from: only what runs on a JVM is trained
    TrainingPart(Path home, Path data, Catalog catalog, Function<String, FunctionPackage> packages, Lifeline lifeline) {
        this.home = home;
        this.data = data;
        this.catalog = catalog;
        this.packages = packages;
        this.lifeline = lifeline;
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public void start() throws IOException {
        var own = ownCache().filter(TrainingPart::outdated);
        var lacking = lacking();
        if ("off".equals(System.getenv(SWITCH)) || (own.isEmpty() && lacking.isEmpty())) {
            return;
        }
        var log = data.resolve("log/training.log").toFile();
        process = new ProcessBuilder(command(own, lacking))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        process.getOutputStream().close();
        lifeline.tether(process, Signal.KILL);
        process.onExit().thenAccept(ended -> ended(ended.exitValue(), own));
    }

    private void ended(int status, Optional<Path> own) {
        LOG.log(Level.INFO, "the training ended with {0}, see log/training.log", status);
        own.ifPresent(cache -> {
            try {
                if (status == 0 && Files.isRegularFile(part(cache))) {
                    Files.move(part(cache), cache, StandardCopyOption.ATOMIC_MOVE);
                }
                Files.deleteIfExists(part(cache));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "no AOT cache of the local cloud", e);
            }
        });
    }

    private List<String> command(Optional<Path> own, List<String> lacking) {
        var command = new ArrayList<>(List.of("nice", "-n", LOWEST_PRIORITY));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        own.ifPresent(cache ->
                command.addAll(List.of("-XX:AOTCacheOutput=" + part(cache), "-Xlog:aot*=error", "-Xlog:cds*=error")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "train"));
        command.addAll(List.of(
                "--home", home.toString(), "--data", data.resolve("training").toString()));
        command.addAll(List.of("--artefacts", String.join(",", lacking)));
        return command;
    }

    private List<String> lacking() throws IOException {
        var lacking = new ArrayList<String>();
        for (var artefact : catalog.artefacts().keySet()) {
            var ran = packages.apply(artefact);
            if (ran.kind() == PackageKind.JVM
                    && !AotCache.of(artefact, ran.zip()).exists()) {
                lacking.add(artefact);
            }
        }
        return lacking;
    }

    private static Optional<Path> ownCache() {
        return Optional.ofNullable(System.getProperty(OWN_CACHE)).map(Path::of);
    }

    /// The first jar is the local cloud's; a JVM checks the others itself.
    private static boolean outdated(Path cache) {
        var jar = Path.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"))[0]);
        try {
            return !Files.exists(cache)
                    || Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) < 0;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot compare " + cache + " with " + jar, e);
            return false;
        }
    }

    private static Path part(Path cache) {
        return cache.resolveSibling(cache.getFileName() + ".part");
    }

    /// Killed with its children, for a JVM that is told to go would first write its cache.
    @Override
    public void stop() throws InterruptedException {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        }
    }
}
