package dev.vitrine.local.life;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// One note per running child (`<pid>`: signal and start time), so that a start finds what outlived both a killed
/// local cloud and its killed watcher. Start times make the notes safe against process ids that were given anew.
final class Leftovers {

    /// How long a leftover may take to stop before it is killed, and then to be gone.
    static final Duration STOP_BOUND = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(Leftovers.class.getName());

    private Leftovers() {}

    static void note(Path folder, ProcessHandle process, Signal signal) throws IOException {
        Optional<Instant> started = process.info().startInstant();
        if (started.isPresent()) {
            String note = signal + " " + started.get().toEpochMilli();
            Files.writeString(folder.resolve(Long.toString(process.pid())), note);
        }
    }

    static void forget(Path folder, long pid) throws IOException {
        Files.deleteIfExists(folder.resolve(Long.toString(pid)));
    }

    /// Stops every noted process that still runs and forgets the notes.
    static void stop(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> notes;
        try (Stream<Path> listed = Files.list(folder)) {
            notes = listed.filter(f -> f.getFileName().toString().matches("\\d{1,18}"))
                    .toList();
        }
        List<ProcessHandle> running = notes.stream()
                .flatMap(note -> running(note).stream())
                .peek(process -> LOG.log(Level.INFO, "stopping leftover process {0}", process.pid()))
                .toList();
        running.forEach(Leftovers::awaitEnd);
        for (Path note : notes) {
            Files.deleteIfExists(note);
        }
    }

    private static Optional<ProcessHandle> running(Path note) {
        String[] words;
        try {
            words = Files.readString(note).split(" ");
        } catch (IOException e) {
            throw new StartRefused("note of a running process cannot be read: " + e, e);
        }
        if (words.length != 2) {
            return Optional.empty(); // the writer was killed in mid-note; its process is under the watcher
        }
        long startedMillis = Long.parseLong(words[1]);
        Optional<ProcessHandle> process = ProcessHandle.of(
                        Long.parseLong(note.getFileName().toString()))
                .filter(p -> p.info()
                        .startInstant()
                        .filter(i -> i.toEpochMilli() == startedMillis)
                        .isPresent());
        process.ifPresent(p -> Signal.valueOf(words[0]).send(p.pid()));
        return process;
    }

    private static void awaitEnd(ProcessHandle process) {
        if (!endsInTime(process)) {
            Signal.KILL.send(process.pid());
            if (!endsInTime(process)) {
                throw new StartRefused("process " + process.pid()
                        + " of an earlier instance does not stop; end it by hand and start again");
            }
        }
    }

    private static boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().get(STOP_BOUND.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a leftover process was stopping", e);
        }
    }
}
