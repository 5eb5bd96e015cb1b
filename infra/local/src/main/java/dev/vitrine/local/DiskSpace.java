package dev.vitrine.local;

import dev.vitrine.local.supervision.Condition;
import dev.vitrine.local.supervision.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The disk of the data folder: full, it takes the stores down with it, so that the cause is told beside them.
record DiskSpace(Path folder, Condition condition) implements Watched {
    /// A store that writes less than this between two looks does not meet the end.
    static final long LEAST_BYTES = 32L << 20;

    private static final int BYTES_PER_MB = 1 << 20;

    DiskSpace(Path folder) {
        this(folder, new Condition("disk", "disk of the data folder"));
    }

    @Override
    public void probe() throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < LEAST_BYTES) {
            throw new IOException("full, " + free / BYTES_PER_MB + " MB are left");
        }
    }

    @Override
    public void revive() {
        // whoever looks after the machine makes room
    }
}
