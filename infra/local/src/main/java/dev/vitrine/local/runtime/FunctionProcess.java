package dev.vitrine.local.runtime;

import dev.vitrine.local.catalog.FunctionSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// One process of one function with its Runtime API and its output. One invocation at a time: the pool sees to
/// that.
final class FunctionProcess {
    /// Output that a dead process left in its pipes is read for at most this long.
    private static final Duration DRAIN = Duration.ofSeconds(1);

    /// A process that reported an init error usually exits by itself, with a status worth telling.
    private static final Duration EXIT_AFTER_INIT_ERROR = Duration.ofSeconds(1);

    private static final String STDERR = "stderr";
    /// How a JVM begins the cause of a failure in a stack trace; within a line of JSON it ends at an escape.
    private static final String CAUSE = "Caused by: ";

    private static final String ESCAPED_END = "\\\\[rnt]";

    private final FunctionSpec function;
    private final Path folder;
    private final RuntimeApi api;
    private final Process process;
    private final LogFile log;
    private final List<Thread> pumps;
    private final long startedNanos = System.nanoTime();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile String lastErrorLine = "";
    private volatile String lastCause = "";
    private volatile Instant idleSince = Instant.MAX;
    private Optional<Duration> unclaimedInit = Optional.empty();

    private FunctionProcess(FunctionSpec function, Path folder, RuntimeApi api, Process process, LogFile log) {
        this.function = function;
        this.folder = folder;
        this.api = api;
        this.process = process;
        this.log = log;
        this.pumps = List.of(pump("stdout", process.getInputStream()), pump(STDERR, process.getErrorStream()));
    }

    static FunctionProcess start(
            FunctionSpec function, Path folder, AotCache cache, FunctionEnvironment environment, LogFile log)
            throws IOException {
        var api = new RuntimeApi(FunctionArn.of(function.name()));
        try {
            var builder = new ProcessBuilder(folder.resolve(Packages.BOOTSTRAP).toString()).directory(folder.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment.of(function, folder, cache, api.address()));
            var process = builder.start();
            process.getOutputStream().close();
            var started = new FunctionProcess(function, folder, api, process, log);
            process.onExit().thenRun(started::onExit);
            return started;
        } catch (IOException e) {
            api.close();
            throw e;
        }
    }

    private Thread pump(String stream, InputStream in) {
        return Thread.ofVirtual().name(function.name() + "-" + stream).start(() -> {
            var lines = new LineReader(in);
            try {
                for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                    remember(stream, line.get());
                    log.write(function.name(), requestId(), pid(), stream, line.get());
                }
            } catch (IOException closedByExit) {
                log.write(function.name(), requestId(), pid(), stream, "[closed: " + closedByExit.getMessage() + "]");
            }
        });
    }

    private void remember(String stream, String line) {
        if (stream.equals(STDERR) && !line.isBlank()) {
            lastErrorLine = line;
        } else if (line.contains(CAUSE)) {
            lastCause = line.substring(line.lastIndexOf(CAUSE)).split(ESCAPED_END, 2)[0];
        }
    }

    private String requestId() {
        return api.current().map(Invocation::requestId).orElse("");
    }

    /// Runs on the JVM's reaper thread, so it hands over at once.
    private void onExit() {
        Thread.ofVirtual().name(function.name() + "-exit").start(() -> {
            drain();
            api.init().complete(Optional.of(new Answer.Error("Runtime.ExitError", exitWords())));
            api.current().ifPresent(Invocation::abandon);
            api.close();
            ended.complete(null);
        });
    }

    private void drain() {
        try {
            for (var pump : pumps) {
                pump.join(DRAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String exitWords() {
        return ExitStatus.words(process.exitValue());
    }

    /// What the process said of its own failure: its last line on stderr, else the last cause in its log.
    private String lastWords() {
        return lastErrorLine.isEmpty() ? lastCause : lastErrorLine;
    }

    /// Waits until the process asks for work. Empty means ready; otherwise the process is gone or going.
    Optional<Answer.Error> awaitReady(Duration bound) throws InterruptedException {
        try {
            return api.init().get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of(
                    new Answer.Error("Sandbox.Timedout", "Init timed out after " + Seconds.words(bound) + " seconds"));
        } catch (ExecutionException e) {
            throw new IllegalStateException("init never completes exceptionally", e);
        }
    }

    /// After an init error: waits for the end, and words it with what the process said last.
    String initFailureWords(Answer.Error error) throws InterruptedException {
        if (!process.waitFor(EXIT_AFTER_INIT_ERROR.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        ended.join();
        return error.message() + " (init; " + exitWords() + "; last words: " + lastWords() + ")";
    }

    /// It waits for its first invocation from now on.
    void ready(Duration init) {
        unclaimedInit = Optional.of(init);
        idleSince = Instant.now();
    }

    /// How long the start took, told once. Guarded by the lock of the pool.
    Optional<Duration> claimInit() {
        var init = unclaimedInit;
        unclaimedInit = Optional.empty();
        return init;
    }

    /// Offers the event and waits at most the function's timeout; a process that missed its deadline is killed.
    Answer invoke(Invocation invocation) throws InterruptedException {
        idleSince = Instant.MAX;
        api.offer(invocation);
        if (!process.isAlive()) {
            ended.join();
            invocation.abandon();
        }
        try {
            return invocation.answer().get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            kill();
            return new Answer.TimedOut();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer never completes exceptionally", e);
        } catch (InterruptedException callerLeft) {
            kill();
            throw callerLeft;
        } finally {
            api.finished();
            idleSince = Instant.now();
        }
    }

    boolean usable(Path current) {
        return folder.equals(current) && (process.isAlive() || unclaimed());
    }

    /// Whether nobody had it yet. Guarded by the lock of the pool.
    boolean unclaimed() {
        return unclaimedInit.isPresent();
    }

    Instant idleSince() {
        return idleSince;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    long pid() {
        return process.pid();
    }

    CompletableFuture<Void> ended() {
        return ended;
    }

    void kill() {
        family().forEach(ProcessHandle::destroyForcibly);
    }

    /// TERM, then KILL after the bound; returns when the process is gone.
    void stop(Duration bound) throws InterruptedException {
        family().forEach(ProcessHandle::destroy);
        if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        ended.join();
    }

    /// A bootstrap may be a shell that started the real runtime instead of becoming it.
    private List<ProcessHandle> family() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }
}
