package dev.vitrine.bench.coldstart;

import dev.vitrine.bench.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/// A started contestant.
final class Running implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Contestant contestant;
    private final RuntimeHost host;
    private final Process process;
    private final long begun;

    private Running(Contestant contestant, RuntimeHost host, Process process, long begun) {
        this.contestant = contestant;
        this.host = host;
        this.process = process;
        this.begun = begun;
    }

    /// @param log takes what the process prints
    /// @param started hears of the process id, for a watcher
    static Running start(Contestant contestant, Path log, LongConsumer started) throws IOException {
        var host = new RuntimeHost();
        var builder = new ProcessBuilder(
                        contestant.folder().resolve("bootstrap").toString())
                .directory(contestant.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(contestant.environment());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", host.address());
        host.offer(contestant.event());
        var begun = System.nanoTime();
        var process = builder.start();
        process.onExit().thenAccept(gone -> host.processEnded("the process ended with " + gone.exitValue()));
        var running = new Running(contestant, host, process, begun);
        started.accept(process.pid());
        return running;
    }

    /// Milliseconds from the start of the process until its first answer was there; once.
    double first() throws IOException, InterruptedException {
        return (await().nanos() - begun) / NANOS_PER_MILLI;
    }

    /// Milliseconds of one more invocation.
    double invoke() throws IOException, InterruptedException {
        var from = System.nanoTime();
        host.offer(contestant.event());
        return (await().nanos() - from) / NANOS_PER_MILLI;
    }

    /// The answer to the event that was there at the start, instead of [#first()].
    byte[] answer() throws IOException, InterruptedException {
        return await().payload();
    }

    private RuntimeHost.Answer await() throws IOException, InterruptedException {
        try {
            return host.await();
        } catch (IOException e) {
            throw new IOException(contestant.name() + ": " + e.getMessage(), e);
        }
    }

    Figures figures() {
        return Figures.of(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        host.close();
    }
}
