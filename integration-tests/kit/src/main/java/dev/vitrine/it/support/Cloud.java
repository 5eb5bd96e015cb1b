package dev.vitrine.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A local cloud of its own: a process started by the launcher, on ports and in a data folder that nobody
/// else uses.
public final class Cloud implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(40);
    private static final int PORTS = 6;
    private static final Set<Cloud> RUNNING = ConcurrentHashMap.newKeySet();
    /// Set by `./vitrine test --native`: no function may run on a JVM.
    private static final boolean NATIVE = Boolean.getBoolean("vitrine.it.native");

    private final Path home;
    private final Path data;
    private final int port;
    private final int rtmpPort;
    private final List<String> options;
    private final EventWitness events;
    private Process process;

    private Cloud(Path home, Path data, int port, int rtmpPort, List<String> options) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.rtmpPort = rtmpPort;
        this.options = options;
        this.events = new EventWitness(this);
    }

    public static Cloud start(Path data, String... options) {
        var always = NATIVE ? Stream.of("--native") : Stream.<String>empty();
        return start(root(), data, Stream.concat(always, Stream.of(options)).toArray(String[]::new));
    }

    /// Of another source tree than this one; natively what is built natively there.
    public static Cloud start(Path home, Path data, String... options) {
        int port = freePorts(PORTS + 1);
        var cloud = new Cloud(home, data, port, port + PORTS, List.of(options));
        cloud.start();
        return cloud;
    }

    /// Starts it again on the same ports and data.
    public void start() {
        var command = new ArrayList<>(List.of(
                home.resolve("vitrine").toString(),
                "up",
                "--port",
                "" + port,
                "--rtmp-port",
                "" + rtmpPort,
                "--data",
                data.toString()));
        // a training on the side would compete with what is tested
        var environment = new HashMap<>(Map.of("VITRINE_AOT_TRAINING", "off", "VITRINE_EVENT_WITNESS", "on"));
        if (NATIVE) {
            // what runs is under test, not how fast it is
            environment.put("VITRINE_NATIVE_QUICK", "1");
        }
        command.addAll(options);
        try {
            Files.createDirectories(data.getParent());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Eventually.eventually(
                    "the local cloud is ready (" + log() + ")", READY_WITHIN, this::answers, ready -> ready);
        } catch (RuntimeException | AssertionError notReady) {
            process.destroy(); // nobody else knows it
            throw notReady;
        }
        RUNNING.add(this);
    }

    /// Every cloud that runs now.
    static List<Cloud> running() {
        return RUNNING.stream().filter(cloud -> cloud.process.isAlive()).toList();
    }

    /// Every event that was told in it, held against the schemas.
    public EventWitness events() {
        return events;
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the local cloud ended with " + process.exitValue() + ":\n" + tail());
        }
        return new Api(url()).get("/v1/rooms?limit=1").status() == 200;
    }

    /// The source tree that it runs.
    Path home() {
        return home;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    public int rtmpPort() {
        return rtmpPort;
    }

    public Path data() {
        return data;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return data.resolveSibling(data.getFileName() + ".console");
    }

    public Api as(String subject, String... roles) {
        return new Api(url()).signedInAs(subject, roles);
    }

    /// What a person of this subject proves themselves with.
    public String token(String subject, String... roles) {
        return new Api(url()).token(subject, roles);
    }

    public Api asGuest() {
        return new Api(url());
    }

    /// `kill -9`.
    public void kill() {
        RUNNING.remove(this);
        process.destroyForcibly();
        awaitExit();
    }

    /// Ctrl-C. Fails if an event was told that is not what its schema says.
    public int stop() {
        RUNNING.remove(this);
        try {
            if (process.isAlive()) {
                events.check();
            }
        } finally {
            process.destroy();
            awaitExit();
        }
        return process.exitValue();
    }

    private int awaitExit() {
        try {
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the local cloud did not stop within " + STOPPED_WITHIN + ":\n" + tail());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String tail() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return "(no console: " + e + ")";
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    public static Path root() {
        return Path.of(System.getProperty("vitrine.root"));
    }

    /// The package that the functions of an artefact run from.
    public static Path packageOf(String artefact) {
        return root().resolve("functions")
                .resolve(artefact)
                .resolve(artefact)
                .resolve(NATIVE ? "target/native/function.zip" : "target/function.zip");
    }

    /// A run of neighbouring ports below the ephemeral range, so that outgoing connections do not take them.
    private static synchronized int freePorts(int count) {
        for (int first = nextPort; first < 30_000; first += count) {
            if (allFree(first, count)) {
                nextPort = first + count;
                return first;
            }
        }
        throw new IllegalStateException("no " + count + " neighbouring ports are free");
    }

    /// Test runs side by side each look from a place of their own.
    private static int nextPort = Integer.getInteger("vitrine.it.first-port", 21_000);

    private static boolean allFree(int first, int count) {
        for (int port = first; port < first + count; port++) {
            try (var probe = new ServerSocket(port)) {
                probe.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
