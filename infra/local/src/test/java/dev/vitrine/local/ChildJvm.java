package dev.vitrine.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A JVM of its own with this test's class path, for what only a kill can prove.
public final class ChildJvm {

    private ChildJvm() {}

    public static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// The next line of its output; fails when it ended.
    public static String line(BufferedReader output) throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the child JVM ended early");
        }
        return line;
    }

    /// Whether a process that may have no parent left to collect it still does anything.
    public static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .filter(p -> p.isAlive() && p.info().command().isPresent())
                .isPresent();
    }
}
