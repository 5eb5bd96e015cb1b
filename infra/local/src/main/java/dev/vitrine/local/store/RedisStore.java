package dev.vitrine.local.store;

import dev.vitrine.local.Service;
import dev.vitrine.local.life.Detached;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.LocalLog;
import dev.vitrine.local.life.PrivateFiles;
import dev.vitrine.local.life.Signal;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.supervision.Condition;
import dev.vitrine.local.supervision.Watched;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Redis as a child process on loopback, with its append-only file on, synced before an answer: what it
/// answered `OK` to survives its own kill, that of the local cloud, and a power cut.
///
/// Every client needs the password. The server reads it, with everything else, on its standard input: the
/// list of processes shows a command line to every user of the machine.
public final class RedisStore implements Service, Watched {

    static final Duration START_BOUND = Duration.ofSeconds(30);
    static final Duration STOP_BOUND = Duration.ofSeconds(5);

    /// Redis is for what is hot; past this it refuses writes instead of eating the machine.
    static final String MAX_MEMORY = "256mb";

    private static final int PROBE_MILLIS = 1_000;
    private static final byte[] PONG = "+OK\r\n+PONG".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] REWRITING =
            "+OK\r\n+Background append only file rewriting".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final Path programs;
    private final Path logs;
    private final int port;
    private final String password;
    private final Lifeline lifeline;
    private final Condition condition = new Condition("redis", "Redis");
    private final Supervised server = new Supervised(condition, this::launchServer);
    private volatile Path program;

    /// @param password letters, digits, `-` and `_` only: it stands in a configuration file and in an address
    public RedisStore(Path folder, Path programs, Path logs, int port, String password, Lifeline lifeline) {
        this.folder = folder;
        this.programs = programs;
        this.logs = logs;
        this.port = port;
        this.password = password;
        this.lifeline = lifeline;
    }

    @Override
    public String name() {
        return "Redis";
    }

    /// Which server would run over the data in `folder`, and where it is.
    ///
    /// @throws StartRefused when none here reads the data
    public static String serverFor(Path folder, Path programs) throws IOException {
        return RedisProgram.choose(folder, programs, Detached::onPath).where(programs);
    }

    /// Where functions find it, password included.
    public String url() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    /// The server's process id.
    public long pid() {
        return server.pid();
    }

    @Override
    public void start() throws Exception {
        PrivateFiles.createFolder(folder);
        RedisProgram chosen = RedisProgram.choose(folder, programs, Detached::onPath);
        chosen.note(folder);
        program = chosen.path();
        server.start();
    }

    @Override
    public Condition condition() {
        return condition;
    }

    @Override
    public void probe() throws IOException {
        if (!answers()) {
            throw new IOException("no answer to PING");
        }
    }

    @Override
    public void revive() {
        server.kill();
    }

    @Override
    public void stop() throws InterruptedException {
        server.stop(Signal.TERM, STOP_BOUND);
    }

    private Process launchServer() throws IOException, InterruptedException {
        Process process = lifeline.tether(launch(Detached.command(List.of(program.toString(), "-"))), Signal.TERM);
        Await.ready("Redis", process, START_BOUND, this::answers);
        rewriteFile();
        return process;
    }

    /// Synced before an answer: by the second, Redis keeps a write to itself while an earlier sync is
    /// under way, and a kill would take what was acknowledged.
    ///
    /// What is deleted is in the file until it is rewritten: at each start, and whenever it has doubled
    /// since. As commands, because an image of the memory would keep the bytes of entries that were
    /// deleted from streams.
    private String configuration() {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                daemonize no
                appendonly yes
                appendfsync always
                aof-use-rdb-preamble no
                auto-aof-rewrite-percentage 100
                auto-aof-rewrite-min-size 1mb
                save ""
                maxmemory %s
                maxmemory-policy noeviction
                loglevel warning
                """.formatted(port, password, quoted(folder), MAX_MEMORY);
    }

    /// Within double quotes Redis takes backslashes as escapes.
    private static String quoted(Path path) {
        return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private Process launch(List<String> command) throws IOException {
        Process launched = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        LocalLog.ofProgram(logs, "redis").toFile()))
                .start();
        try (var configuration = launched.outputWriter(StandardCharsets.UTF_8)) {
            configuration.write(configuration());
        } catch (IOException e) {
            launched.destroyForcibly();
            throw e;
        }
        return launched;
    }

    /// Beside the server's work; it says itself in its log when that fails, and keeps the file it has.
    private void rewriteFile() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PROBE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nBGREWRITEAOF\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(REWRITING.length);
            if (!Arrays.equals(answer, REWRITING)) {
                throw new IOException(
                        "Redis does not rewrite its file: " + new String(answer, StandardCharsets.US_ASCII));
            }
        }
    }

    /// While it still loads its file Redis answers `-LOADING`.
    private boolean answers() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PROBE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(PONG.length);
            return Arrays.equals(answer, PONG);
        } catch (SocketException | SocketTimeoutException _) {
            return false; // not listening yet
        }
    }
}
