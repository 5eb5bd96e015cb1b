package dev.vitrine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process of the bench: prints into a file, is ready when a question says so, and does not outlive the
/// bench.
public final class Child implements AutoCloseable {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(40);
    private static final long ASK_EVERY_MILLIS = 100;

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread atExit;

    /// Whether it answers by now.
    public interface Ready {
        boolean ask() throws IOException, InterruptedException;
    }

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.atExit = new Thread(process::destroy, "stop " + name);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    public static Child start(String name, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Child(name, builder.start(), log);
    }

    public void awaitReady(Duration within, Ready ready) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (!answers(ready)) {
            if (!process.isAlive()) {
                throw new IOException(name + " ended with " + process.exitValue() + ", see " + log);
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(name + " was not ready within " + within.toSeconds() + " s, see " + log);
            }
            Thread.sleep(ASK_EVERY_MILLIS);
        }
    }

    /// While it starts, a refused connection is the usual answer.
    private static boolean answers(Ready ready) throws InterruptedException {
        try {
            return ready.ask();
        } catch (IOException notYet) {
            return false;
        }
    }

    public long pid() {
        return process.pid();
    }

    /// As Ctrl-C; by force if that does not help.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // the hook runs just now, and does the same
        }
    }
}
