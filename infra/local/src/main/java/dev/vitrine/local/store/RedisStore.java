package dev.vitrine.local.store;

import dev.vitrine.local.Service;
import dev.vitrine.local.life.Detached;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.LocalLog;
import dev.vitrine.local.life.PrivateFiles;
import dev.vitrine.local.life.Signal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/// Redis as a child process on loopback, with its append-only file on: what it answered `OK` to survives its own kill
/// and that of the local cloud (the file is synced every second, so a power cut may cost the last second).
public final class RedisStore implements Service {

    static final Duration START_BOUND = Duration.ofSeconds(30);
    static final Duration STOP_BOUND = Duration.ofSeconds(5);

    /// Redis is for what is hot; past this it refuses writes instead of eating the machine.
    static final String MAX_MEMORY = "256mb";

    private static final String PROGRAM = "redis-1.4.3";
    private static final int PROBE_MILLIS = 1_000;
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PONG = "+PONG".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final Path programs;
    private final Path logs;
    private final int port;
    private final Lifeline lifeline;
    private volatile Process process;

    public RedisStore(Path folder, Path programs, Path logs, int port, Lifeline lifeline) {
        this.folder = folder;
        this.programs = programs;
        this.logs = logs;
        this.port = port;
        this.lifeline = lifeline;
    }

    @Override
    public String name() {
        return "Redis";
    }

    /// The server's process id.
    public long pid() {
        return process.pid();
    }

    @Override
    public void start() throws IOException, InterruptedException {
        PrivateFiles.createFolder(folder);
        Path program = program();
        process = lifeline.tether(launch(Detached.command(command(program))), Signal.TERM);
        Await.ready("Redis", process, START_BOUND, this::answers);
    }

    @Override
    public void stop() throws InterruptedException {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!process.waitFor(STOP_BOUND.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private Path program() throws IOException {
        Path ready =
                Programs.prepare(programs, PROGRAM, target -> ExecutableProvider.newJarResourceProvider(target.toFile())
                        .get());
        try (Stream<Path> files = Files.walk(ready)) {
            return files.filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no Redis executable was unpacked to " + ready));
        }
    }

    private List<String> command(Path program) {
        return List.of(
                program.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                folder.toString(),
                "--daemonize",
                "no",
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--maxmemory",
                MAX_MEMORY,
                "--maxmemory-policy",
                "noeviction",
                "--loglevel",
                "warning");
    }

    private Process launch(List<String> command) throws IOException {
        Process launched = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        LocalLog.ofProgram(logs, "redis").toFile()))
                .start();
        launched.getOutputStream().close();
        return launched;
    }

    /// While it still loads its file Redis answers `-LOADING`.
    private boolean answers() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PROBE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            socket.getOutputStream().write(PING);
            byte[] answer = socket.getInputStream().readNBytes(PONG.length);
            return Arrays.equals(answer, PONG);
        } catch (SocketException | SocketTimeoutException _) {
            return false; // not listening yet
        }
    }
}
