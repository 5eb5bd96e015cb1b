package dev.vitrine.local;

import dev.vitrine.local.life.DataFolder;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.LocalLog;
import dev.vitrine.local.life.Ports;
import dev.vitrine.local.life.StartRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Starts the local cloud and runs it until Ctrl-C or TERM.
@Command(
        name = "up",
        description = "Starts the local cloud; Ctrl-C stops it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "First of six ports in a row: edge, PostgreSQL, SQS, S3, Redis, live (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--rtmp-port",
            paramLabel = "PORT",
            defaultValue = "" + Ports.DEFAULT_RTMP,
            description = "Where encoders push to (${DEFAULT-VALUE}).")
    private int rtmpPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vitrine",
            description = "Everything the local cloud remembers (${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--fresh", description = "Empty the data folder first.")
    private boolean fresh;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${sys:vitrine.home:-.}",
            description = "Folder that holds functions/ (where the launcher is).")
    private Path home;

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "Registry of functions (functions/catalog.yaml in --home).")
    private Path catalog;

    @Option(names = "--native", description = "Refuse to run a function on a JVM.")
    private boolean insistOnNative;

    @Option(
            names = "--native-artefacts",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "${sys:vitrine.native:-}",
            hidden = true,
            description = "Artefacts whose native package is current; the launcher tells.")
    private Set<String> currentNatives;

    @Mixin
    private IssuerOptions issuer;

    @Override
    public Integer call() throws Exception {
        Settings settings = settings();
        PrintWriter out = spec.commandLine().getOut();
        DataFolder folder = DataFolder.open(settings.data(), settings.fresh());
        Path log = LocalLog.to(folder.folder("log"));
        settings.ports().requireFree();
        Lifeline lifeline = Lifeline.start(folder.folder("run"));
        Assembly assembly = new Assembly(settings, folder, lifeline, line -> out.println("  " + line));
        LocalCloud cloud = new LocalCloud(
                assembly.stages(),
                (part, took) -> out.printf(Locale.ROOT, "  %-12s ready in %4d ms%n", part, took.toMillis()));
        AtomicBoolean started = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> stop(assembly, cloud, lifeline, folder, out, started), "stop"));
        out.println("Vitrine local cloud, data in " + folder.path() + ", log in " + log);
        cloud.start();
        started.set(true);
        out.printf(
                Locale.ROOT,
                "ready in %.1f s: http://127.0.0.1:%d (studio: /studio, functions: /local/functions); Ctrl-C stops%n",
                sinceStartOfJvm().toMillis() / 1000.0,
                port);
        new CountDownLatch(1).await(); // until a signal ends the process
        return 0;
    }

    /// Runs when the process is asked to end. An orderly end after a good start exits with 0, not with the signal's
    /// code.
    private static void stop(
            Assembly assembly,
            LocalCloud cloud,
            Lifeline lifeline,
            DataFolder folder,
            PrintWriter out,
            AtomicBoolean started) {
        try {
            if (started.get()) {
                out.println();
                out.print(assembly.functionsTable());
            }
            cloud.stop();
            lifeline.close();
            folder.close();
            out.println("everything stopped");
            if (started.get()) {
                Runtime.getRuntime().halt(0);
            }
        } catch (IOException e) {
            out.println("stopped, but not in order: " + e);
        }
    }

    private Settings settings() {
        Path absoluteHome = home.toAbsolutePath().normalize();
        Path registry = catalog == null ? absoluteHome.resolve("functions/catalog.yaml") : catalog.toAbsolutePath();
        if (!Files.isRegularFile(registry)) {
            throw wrong(
                    "no registry of functions at " + registry + "; name it with --catalog or its folder with --home");
        }
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw wrong("--data " + data + " is not a folder");
        }
        try {
            return new Settings(
                    new Ports(port, rtmpPort),
                    data.toAbsolutePath(),
                    absoluteHome,
                    registry,
                    fresh,
                    currentNatives,
                    insistOnNative,
                    issuer.settings());
        } catch (StartRefused | IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static Duration sinceStartOfJvm() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
