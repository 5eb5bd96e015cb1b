package dev.vitrine.local.life;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Keeps processes from outliving the local cloud, even when it is killed.
///
/// One tiny shell process reads a pipe from this JVM. The kernel closes the pipe when the JVM ends, in whatever way,
/// and the watcher then stops every process that is still tethered: by its [Signal], and after [#GRACE] by KILL.
/// A watcher that was killed itself is replaced at the next tether. Thread-safe.
public final class Lifeline implements AutoCloseable {

    /// How long a process may take to stop after the local cloud is gone, before it is killed.
    public static final Duration GRACE = Duration.ofSeconds(8);

    private static final Logger LOG = System.getLogger(Lifeline.class.getName());

    private final Path folder;
    private final Path script;
    private final Duration grace;
    private final Map<Long, Signal> tethered = new LinkedHashMap<>();
    private Process watcher;
    private boolean closed;

    private Lifeline(Path folder, Path script, Duration grace) {
        this.folder = folder;
        this.script = script;
        this.grace = grace;
    }

    /// Starts the watcher; its script and its notes of running processes lie in `folder`.
    public static Lifeline start(Path folder) {
        return start(folder, GRACE);
    }

    static Lifeline start(Path folder, Duration grace) {
        try (InputStream in = Lifeline.class.getResourceAsStream("lifeline.sh")) {
            PrivateFiles.createFolder(folder);
            Path script = folder.resolve("lifeline.sh");
            PrivateFiles.write(script, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Lifeline lifeline = new Lifeline(folder, script, grace);
            lifeline.startWatcher();
            return lifeline;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the watcher of child processes", e);
        }
    }

    /// Ties `process` to the life of the local cloud. Let go by itself when the process ends.
    ///
    /// A process that leads its own session ([Detached]) is stopped together with its children.
    public Process tether(Process process, Signal signal) {
        tether(process.toHandle(), signal);
        return process;
    }

    /// The same for a process that somebody else started.
    public synchronized void tether(ProcessHandle process, Signal signal) {
        tethered.put(process.pid(), signal);
        try {
            Leftovers.note(folder, process, signal);
            tell("add " + process.pid() + " " + signal);
        } catch (IOException e) {
            process.destroyForcibly();
            tethered.remove(process.pid());
            throw new UncheckedIOException("cannot watch process " + process.pid(), e);
        }
        process.onExit().thenAccept(ended -> release(ended.pid()));
    }

    /// The process id of the watcher.
    long pid() {
        return watcher.pid();
    }

    /// Stops the watcher and with it whatever is still tethered.
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            watcher.getOutputStream().close();
        }
        try {
            if (!watcher.waitFor(grace.plusSeconds(2).toMillis(), TimeUnit.MILLISECONDS)) {
                watcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(script);
    }

    private synchronized void release(long pid) {
        tethered.remove(pid);
        try {
            Leftovers.forget(folder, pid);
            if (!closed) {
                tell("del " + pid);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "process " + pid + " ended but the watcher cannot be told", e);
        }
    }

    private void tell(String line) throws IOException {
        if (closed) {
            throw new IOException("the local cloud is stopping");
        }
        try {
            write(line);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the watcher of child processes was gone and is replaced", e);
            startWatcher();
            for (Map.Entry<Long, Signal> child : tethered.entrySet()) {
                write("add " + child.getKey() + " " + child.getValue());
            }
        }
    }

    private void write(String line) throws IOException {
        OutputStream pipe = watcher.getOutputStream();
        pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }

    private void startWatcher() throws IOException {
        List<String> command =
                Detached.command(List.of("sh", script.toString(), Long.toString(grace.toMillis() / 100)));
        watcher = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
