package dev.vitrine.live.archive;

import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.durable.Disk;
import dev.vitrine.live.durable.Patience;
import dev.vitrine.live.http.MediaTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/// Files on their way to the object store: on disk first, then stored in order by one thread, then deleted here.
///
/// Safe for use by many threads. What a crash left is found at the next start.
public final class Spool {
    /// About an hour of three full ladders while the store is away.
    public static final long MAX_BYTES = 4L << 30;
    /// Recorded media never changes.
    private static final String CACHE = "public, max-age=31536000, immutable";
    private static final String UNFINISHED = ".part";

    private static final System.Logger LOG = System.getLogger(Spool.class.getName());

    private record Waiting(String key, long bytes) {}

    private final Path folder;
    private final ObjectStore store;
    private final long maxBytes;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long bytes;
    private long refused;
    private Thread carrier;

    public Spool(Path folder, ObjectStore store, long maxBytes) {
        this.folder = Disk.folder(folder);
        this.store = store;
        this.maxBytes = maxBytes;
    }

    /// Takes up what an earlier run left, then begins to carry.
    public synchronized void start() {
        for (Path file : leftOver()) {
            String key = folder.relativize(file).toString().replace('\\', '/');
            enqueue(new Waiting(key, file.toFile().length()));
        }
        carrier = Thread.ofVirtual().name("archive-spool").start(this::carry);
    }

    /// On return the file survives a crash of the process. When the spool is full the file is refused and counted:
    /// a live show goes on without its recording rather than filling the disk.
    void put(String key, byte[] content) {
        synchronized (this) {
            if (bytes + content.length > maxBytes) {
                refused++;
                LOG.log(System.Logger.Level.ERROR, "spool is full, {0} is lost ({1} so far)", key, refused);
                return;
            }
        }
        Path file = folder.resolve(key);
        try {
            Files.createDirectories(file.getParent());
            Path beside = file.resolveSibling(file.getFileName() + UNFINISHED);
            Files.write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot spool " + key, e);
        }
        synchronized (this) {
            enqueue(new Waiting(key, content.length));
        }
    }

    /// Waits until nothing that begins so is on its way.
    synchronized void awaitStored(String prefix) throws InterruptedException {
        while (waiting.stream().anyMatch(each -> each.key().startsWith(prefix))) {
            wait();
        }
    }

    public synchronized long waitingBytes() {
        return bytes;
    }

    /// How many files were lost because the spool was full.
    public synchronized long refused() {
        return refused;
    }

    private void enqueue(Waiting next) {
        waiting.addLast(next);
        bytes += next.bytes();
        notifyAll();
    }

    private void carry() {
        try {
            while (true) {
                Waiting next = next();
                Path file = folder.resolve(next.key());
                Patience.untilDone("storing " + next.key(), () -> {
                    store.put(next.key(), file, MediaTypes.of(next.key()), CACHE);
                    return true;
                });
                Patience.untilDone("tidying " + next.key(), () -> {
                    Disk.deleteFile(file);
                    return true;
                });
                done(next);
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "spool stops; {0} bytes wait for the next start", waitingBytes());
        }
    }

    private synchronized Waiting next() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.peekFirst();
    }

    private synchronized void done(Waiting stored) {
        waiting.removeFirst();
        bytes -= stored.bytes();
        notifyAll();
    }

    private List<Path> leftOver() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(UNFINISHED))
                    .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    public void stop() throws InterruptedException {
        if (carrier != null) {
            carrier.interrupt();
            carrier.join();
        }
    }
}
