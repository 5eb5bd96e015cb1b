package dev.vitrine.local.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Stream;

/// The folder that holds everything a local cloud remembers, opened for this process alone until [#close()].
///
/// The lock is the kernel's: it goes with the process, so a killed instance never locks anyone out.
public final class DataFolder implements AutoCloseable {

    /// The layout of the folder; raised when an older local cloud could not read what a newer one wrote.
    public static final int FORMAT = 1;

    /// Below this the stores could not even write their journals; a start with less is refused.
    public static final long MIN_FREE_BYTES = 512L << 20;

    private static final String VERSION_FILE = "version";
    private static final String LOCK_FILE = "lock";
    private static final String PROGRAMS = "programs";
    private static final String MARK = "vitrine-data ";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Opens `folder`, creating it where it is missing, and stops what a killed instance left running.
    ///
    /// @param fresh empties the folder first, except for the unpacked programs, which hold no state
    /// @throws StartRefused not a data folder of ours, of another format, used by a running instance, or disk full
    public static DataFolder open(Path folder, boolean fresh) {
        try {
            PrivateFiles.createFolder(folder);
            Path path = folder.toRealPath();
            refuseForeign(path);
            FileChannel lock = lock(path);
            try {
                Leftovers.stop(path.resolve("run"));
                if (fresh) {
                    FolderTree.deleteContents(path, Set.of(LOCK_FILE, PROGRAMS));
                }
                checkFormat(path);
                checkSpace(path);
                return new DataFolder(path, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartRefused("data folder " + folder + " cannot be used: " + e, e);
        }
    }

    /// The absolute path of the folder.
    public Path path() {
        return path;
    }

    /// A folder below the data folder, created where it is missing.
    public Path folder(String name) {
        try {
            return PrivateFiles.createFolder(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where programs out of jars are unpacked; survives a fresh start.
    public Path programs() {
        return folder(PROGRAMS);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void refuseForeign(Path path) throws IOException {
        if (Files.exists(path.resolve(VERSION_FILE))) {
            if (!Files.readString(path.resolve(VERSION_FILE)).startsWith(MARK)) {
                throw foreign(path);
            }
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (entries.anyMatch(entry -> !entry.getFileName().toString().equals(LOCK_FILE))) {
                throw foreign(path);
            }
        }
        if (path.toString().indexOf(';') >= 0) {
            throw new StartRefused("data folder " + path + " has a ';' in its name, which the queue store cannot open;"
                    + " choose another with --data");
        }
    }

    private static StartRefused foreign(Path path) {
        return new StartRefused(
                "folder " + path + " is not empty and not a Vitrine data folder; choose another with --data");
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                String pid = Long.toString(ProcessHandle.current().pid());
                channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // this very process holds it: told like any other running instance
        }
        String holder = Files.readString(path.resolve(LOCK_FILE), StandardCharsets.US_ASCII);
        channel.close();
        throw new StartRefused("data folder " + path + " is used by a running instance (process " + holder
                + "); stop it or choose another folder with --data");
    }

    private static void checkFormat(Path path) throws IOException {
        Path file = path.resolve(VERSION_FILE);
        if (!Files.exists(file)) {
            PrivateFiles.write(file, MARK + FORMAT + "\n");
            return;
        }
        String found = Files.readString(file).substring(MARK.length()).strip();
        if (!found.equals(Integer.toString(FORMAT))) {
            throw new StartRefused("data folder " + path + " has format " + found + ", this version needs " + FORMAT
                    + "; start with --fresh to empty it or choose another with --data");
        }
    }

    private static void checkSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < MIN_FREE_BYTES) {
            throw new StartRefused("disk of data folder " + path + " has " + (free >> 20) + " MB free, at least "
                    + (MIN_FREE_BYTES >> 20) + " MB are needed; free some or choose another disk with --data");
        }
    }
}
