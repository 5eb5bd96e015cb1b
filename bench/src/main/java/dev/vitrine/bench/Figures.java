package dev.vitrine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process used, from Linux's `/proc` (proc(5)); NaN where there is none.
///
/// @param cpuMillis user and system time
/// @param residentMb pages in memory, in units of 10^6 bytes
/// @param proportionalMb the same, with each shared page divided by the number of processes that share it
public record Figures(double cpuMillis, double residentMb, double proportionalMb) {
    private static final double TICKS_PER_MILLI = 0.1; // USER_HZ is 100 on every Linux we run on
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MB_PER_KB = 1.024e-3;

    public static Figures of(long pid) {
        var folder = Path.of("/proc", Long.toString(pid));
        try {
            var memory = Files.readString(folder.resolve("smaps_rollup"));
            return new Figures(
                    cpuMillis(folder), kilobytes(memory, "Rss:") * MB_PER_KB, kilobytes(memory, "Pss:") * MB_PER_KB);
        } catch (IOException noProc) {
            return new Figures(Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /// `schedstat` counts nanoseconds of the threads that still live, `stat` ticks of all there were.
    private static double cpuMillis(Path process) throws IOException {
        var nanos = 0L;
        try (var threads = Files.list(process.resolve("task"))) {
            for (var thread : (Iterable<Path>) threads::iterator) {
                nanos += Long.parseLong(
                        Files.readString(thread.resolve("schedstat")).split(" ")[0]);
            }
        }
        return Math.max(nanos / NANOS_PER_MILLI, ticks(Files.readString(process.resolve("stat"))) / TICKS_PER_MILLI);
    }

    /// Fields 14 and 15; the second is a name in parentheses that may hold blanks.
    public static long ticks(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    public static long kilobytes(String rollup, String field) {
        return rollup.lines()
                .filter(line -> line.startsWith(field))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .orElse(0L);
    }
}
