package dev.vitrine.it.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A disk of its own for a data folder, that can be full: a file system in memory whose bound is moved while
/// it is in use. Only root may mount one; CI is root.
final class BoundedDisk implements AutoCloseable {
    private static final String ROOMY = "2g";
    private static final int PATIENCE_SECONDS = 20;
    private static final int BLOCK_BYTES = 4096;

    private final Path folder;
    private final Path ballast;

    private BoundedDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /// Skips the test where nothing can be mounted.
    static BoundedDisk mountedAt(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var mounted = run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + ROOMY, "tmpfs", folder.toString());
        assumeTrue(mounted == 0, "a full disk needs a file system of its own, and this user may not mount one");
        return new BoundedDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /// Not a byte more can be written.
    void fill() throws IOException, InterruptedException {
        var store = Files.getFileStore(folder);
        // by a megabyte above what is used, since more is written meanwhile; the rest is filled
        var used = store.getTotalSpace() - store.getUsableSpace();
        while (run("mount", "-o", "remount,size=" + (used += 1 << 20), folder.toString()) != 0) {
            used += 1 << 20;
        }
        var block = new byte[BLOCK_BYTES];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!("" + e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    void makeRoom() throws IOException, InterruptedException {
        if (run("mount", "-o", "remount,size=" + ROOMY, folder.toString()) != 0) {
            throw new IOException("the disk did not become larger");
        }
        Files.delete(ballast);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end: " + String.join(" ", command));
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "--lazy", folder.toString());
    }
}
