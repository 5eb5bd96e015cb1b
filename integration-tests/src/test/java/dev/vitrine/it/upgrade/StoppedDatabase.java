package dev.vitrine.it.upgrade;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The folder of a PostgreSQL that was shut down, made small: of its log only the last checkpoint is needed
/// any more.
record StoppedDatabase(Path folder) {
    /// Where `global/pg_control` tells the state and the last checkpoint (`ControlFileData` of PostgreSQL's
    /// `catalog/pg_control.h`).
    private static final int STATE_AT = 16;

    private static final int CHECKPOINT_AT = 32;
    private static final int SHUT_DOWN = 1;

    private static final int SEGMENT_BYTES = 16 << 20;
    private static final int PAGE_BYTES = 8192;
    /// The page that the checkpoint's record begins on, and one that it may reach into.
    private static final int PAGES_OF_A_RECORD = 2;

    /// @throws IllegalStateException when it was not shut down in order: then its log is part of its data
    void forgetLog() throws IOException {
        var control = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("global/pg_control")))
                .order(ByteOrder.LITTLE_ENDIAN);
        if (control.getInt(STATE_AT) != SHUT_DOWN) {
            throw new IllegalStateException("the database was not shut down in order");
        }
        long checkpoint = control.getLong(CHECKPOINT_AT);
        var segment = "%08X%08X".formatted(checkpoint >>> 32, (checkpoint & 0xFFFFFFFFL) / SEGMENT_BYTES);
        for (var file : segments()) {
            if (!file.getFileName().toString().endsWith(segment)) {
                Files.delete(file);
            } else {
                clearAfter(file, (checkpoint % SEGMENT_BYTES / PAGE_BYTES + PAGES_OF_A_RECORD) * PAGE_BYTES);
            }
        }
        Files.deleteIfExists(folder.resolve("postmaster.pid"));
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(folder.resolve("pg_wal"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /// A segment that is used again still has its old content behind its end.
    private static void clearAfter(Path file, long end) throws IOException {
        try (var segment = FileChannel.open(file, StandardOpenOption.WRITE)) {
            segment.truncate(end);
            segment.write(ByteBuffer.wrap(new byte[1]), SEGMENT_BYTES - 1);
        }
    }
}
