package dev.vitrine.local.store;

import dev.vitrine.local.Service;
import dev.vitrine.local.life.Detached;
import dev.vitrine.local.life.FolderTree;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.LocalLog;
import dev.vitrine.local.life.PrivateFiles;
import dev.vitrine.local.life.Signal;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.supervision.Condition;
import dev.vitrine.local.supervision.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL 18 as a child process: durable settings on, every role by password (SCRAM), TCP on loopback only.
///
/// It runs from zonky's binaries but not through zonky's class, which trusts every local user and turns `fsync` off.
public final class PostgresStore implements Service, Watched {

    static final Duration START_BOUND = Duration.ofSeconds(60);
    static final Duration STOP_BOUND = Duration.ofSeconds(8);

    private static final String MAJOR = "18";
    private static final Duration INIT_BOUND = Duration.ofSeconds(120);

    private final Path folder;
    private final Path programs;
    private final Path logs;
    private final int connections;
    private final Lifeline lifeline;
    private final Database database;
    private final Condition condition = new Condition("postgres", "PostgreSQL");
    private final Supervised server = new Supervised(condition, this::launchServer);
    private volatile Path bin;

    /// @param folder the cluster's own folder, created at the first start
    /// @param programs where the executables are unpacked
    /// @param connections how many it takes
    public PostgresStore(
            Path folder,
            Path programs,
            Path logs,
            int port,
            String superuserPassword,
            int connections,
            Lifeline lifeline) {
        this.connections = connections;
        this.folder = folder;
        this.programs = programs;
        this.logs = logs;
        this.lifeline = lifeline;
        this.database = new Database(port, superuserPassword);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    /// How to reach it.
    public Database database() {
        return database;
    }

    /// The postmaster's process id.
    public long pid() {
        return server.pid();
    }

    @Override
    public void start() throws Exception {
        bin = PostgresPrograms.bin(programs);
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            initialise();
        }
        checkMajor();
        PrivateFiles.write(folder.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        server.start();
        database.createIfMissing();
    }

    @Override
    public Condition condition() {
        return condition;
    }

    @Override
    public void probe() throws SQLException {
        database.probe();
    }

    @Override
    public void revive() {
        server.kill();
    }

    @Override
    public void stop() throws InterruptedException {
        server.stop(Signal.INT, STOP_BOUND);
    }

    private Process launchServer() throws IOException, InterruptedException {
        forgetForeignPidFile();
        Process process = lifeline.tether(launch(Detached.command(command())), Signal.INT);
        Await.ready("PostgreSQL", process, START_BOUND, () -> isReady(process));
        return process;
    }

    private void initialise() throws IOException, InterruptedException {
        Path next = folder.resolveSibling(folder.getFileName() + ".new");
        FolderTree.delete(next);
        FolderTree.delete(folder);
        Path password = folder.resolveSibling("postgres.password");
        PrivateFiles.write(password, database.superuserPassword() + "\n");
        try {
            List<String> command = new ArrayList<>(Unprivileged.prefix());
            command.addAll(List.of(
                    bin.resolve("initdb").toString(),
                    "--pgdata=" + next,
                    "--username=" + Database.SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--locale=C",
                    "--builtin-locale=C.UTF-8"));
            Process initdb = lifeline.tether(launch(command), Signal.KILL);
            if (!initdb.waitFor(INIT_BOUND.toMillis(), TimeUnit.MILLISECONDS) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new IOException("PostgreSQL's data folder could not be made; see " + log());
            }
        } finally {
            Files.delete(password);
        }
        Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkMajor() throws IOException {
        String found = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR)) {
            throw new StartRefused("the database was written by PostgreSQL " + found + ", this version needs " + MAJOR
                    + "; start with --fresh or choose another folder with --data");
        }
    }

    /// After a reboot the process id in a killed postmaster's file may belong to anyone, and PostgreSQL would wait
    /// for that process for ever. Our lock on the data folder and the stopped leftovers say that no postmaster runs
    /// here.
    private void forgetForeignPidFile() throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        String pid = Files.readAllLines(file).stream().findFirst().orElse("");
        boolean postgres = pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .flatMap(p -> p.info().command())
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent();
        if (!postgres) {
            Files.delete(file);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(bin.resolve("postgres").toString(), "-D", folder.toString()));
        List<String> settings = List.of(
                "listen_addresses=127.0.0.1",
                "port=" + database.port(),
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=" + connections,
                "shared_buffers=32MB",
                "max_wal_size=256MB",
                "max_worker_processes=2",
                "max_parallel_workers=0",
                "io_method=sync",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off",
                "log_min_messages=warning");
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private Process launch(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process launched = builder.start();
        launched.getOutputStream().close();
        return launched;
    }

    private Path log() {
        return LocalLog.ofProgram(logs, "postgres");
    }

    /// The eighth line of the postmaster's file is its state (PostgreSQL's `pidfile.h`).
    private boolean isReady(Process process) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() >= 8
                && lines.get(0).strip().equals(Long.toString(process.pid()))
                && lines.get(7).strip().equals("ready");
    }
}
