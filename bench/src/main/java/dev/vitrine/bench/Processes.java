package dev.vitrine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The processes of one system, found in Linux's `/proc`.
///
/// @param find all that live now
public record Processes(Supplier<List<Running>> find) {
    /// @param part what it does for the system
    public record Running(long pid, String part) {}

    public static Processes of(long pid, String part) {
        return new Processes(() -> List.of(new Running(pid, part)));
    }

    /// Everything that runs out of a folder, and a process itself.
    ///
    /// @param part names a process by its id and command line
    public static Processes around(long pid, Path folder, BiFunction<Long, String, String> part) {
        return new Processes(() -> {
            var found = new ArrayList<Running>();
            ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid).forEach(other -> {
                var command = commandLine(other);
                if (other == pid
                        || command.contains(folder.toString())
                        || workingFolder(other).startsWith(folder)) {
                    found.add(new Running(other, part.apply(other, command)));
                }
            });
            return List.copyOf(found);
        });
    }

    /// Ticks of processor time, 10 ms each; 0 when it is gone.
    static long ticks(long pid) {
        try {
            return Figures.ticks(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException gone) {
            return 0;
        }
    }

    /// Memory of all, shared pages counted once: resident would count PostgreSQL's buffers once a process.
    public double megabytes() {
        return find.get().stream()
                .mapToDouble(running -> Figures.of(running.pid()).proportionalMb())
                .filter(mb -> !Double.isNaN(mb))
                .sum();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    private static Path workingFolder(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"));
        } catch (IOException gone) {
            return Path.of("/");
        }
    }
}
