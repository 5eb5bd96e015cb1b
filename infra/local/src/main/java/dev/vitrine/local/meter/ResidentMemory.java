package dev.vitrine.local.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/// Memory that processes hold, from Linux's `/proc` (proc(5), `statm`: resident pages); 0 where there is none.
final class ResidentMemory {
    /// Linux pages on both architectures that the packages are built for.
    private static final long PAGE_BYTES = 4096;

    private ResidentMemory() {}

    static long bytes(Collection<Long> pids) {
        return pids.stream().mapToLong(ResidentMemory::bytes).sum();
    }

    private static long bytes(long pid) {
        try {
            var statm = Files.readString(Path.of("/proc", Long.toString(pid), "statm"));
            return Long.parseLong(statm.split(" ")[1]) * PAGE_BYTES;
        } catch (IOException goneOrNoProc) {
            return 0;
        }
    }
}
