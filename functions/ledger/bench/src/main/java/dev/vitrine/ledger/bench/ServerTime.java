package dev.vitrine.ledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Processor time of PostgreSQL, from Linux's `/proc` (proc(5)): the postmaster, the children it has buried,
/// and those that live.
record ServerTime(long ticks) {
    private static final double MILLIS_A_TICK = 10; // USER_HZ is 100 on every Linux we run on
    private static final int FIRST = 11; // utime; then stime, cutime, cstime
    private static final int OWN = 2;
    private static final int WITH_CHILDREN = 4;

    static ServerTime of(long postmaster) {
        var living = ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::children)
                .mapToLong(child -> ticks(child.pid(), OWN))
                .sum();
        return new ServerTime(living + ticks(postmaster, WITH_CHILDREN));
    }

    double millisSince(ServerTime before) {
        return (ticks - before.ticks) * MILLIS_A_TICK;
    }

    private static long ticks(long pid, int count) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var sum = 0L;
            for (var i = FIRST; i < FIRST + count; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum;
        } catch (IOException gone) {
            return 0; // counted with the postmaster's children
        }
    }
}
