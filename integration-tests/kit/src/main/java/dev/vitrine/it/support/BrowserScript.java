package dev.vitrine.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A script of `clients/web/e2e` that drives a real browser. What it prints is printed by the test.
public final class BrowserScript {
    private BrowserScript() {}

    /// Runs it to its end.
    ///
    /// @throws AssertionError when it fails or takes longer
    public static void run(Duration within, String script, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", "web/e2e/" + script));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .directory(Cloud.root().resolve("clients").toFile())
                .redirectErrorStream(true)
                .start();
        var printer = Thread.ofVirtual().start(() -> print(process));
        try {
            assertTrue(process.waitFor(within.toSeconds(), TimeUnit.SECONDS), script + " ends within " + within);
            printer.join();
            assertEquals(0, process.exitValue(), script + " is content with what it saw");
        } finally {
            process.destroyForcibly();
        }
    }

    /// Not inherited: the test runner talks to its own parent over this JVM's standard output.
    private static void print(Process process) {
        try (var lines = process.inputReader()) {
            lines.lines().forEach(System.out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
