package dev.vitrine.local.store;

import dev.vitrine.local.Service;
import dev.vitrine.local.life.DataFolder;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.Ports;
import dev.vitrine.local.life.Secrets;
import java.nio.file.Path;
import java.util.List;

/// All four stores over one data folder, for tests. Programs are unpacked once for all tests of a build.
@SuppressWarnings("try") // a stop may be interrupted
public final class StoresOnThisMachine implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("target", "programs").toAbsolutePath();

    public final Secrets secrets;
    public final PostgresStore postgres;
    public final SqsStore sqs;
    public final S3Store s3;
    public final RedisStore redis;
    private final DataFolder data;
    private final Lifeline lifeline;
    private List<? extends Service> running = List.of();

    public StoresOnThisMachine(Path folder, int base) {
        this.data = DataFolder.open(folder, false);
        this.lifeline = Lifeline.start(data.folder("run"));
        this.secrets = Secrets.of(data.path());
        Ports ports = new Ports(base, base - 1);
        Path logs = data.folder("log");
        this.postgres = new PostgresStore(
                data.path().resolve("postgres"),
                PROGRAMS,
                logs,
                ports.postgres(),
                secrets.postgresPassword(),
                100,
                lifeline);
        this.sqs = new SqsStore(data.path().resolve("sqs"), ports.sqs(), secrets.owner());
        this.s3 = new S3Store(data.path().resolve("s3"), ports.s3(), secrets.s3AccessKey(), secrets.s3SecretKey());
        this.redis = new RedisStore(
                data.path().resolve("redis"), PROGRAMS, logs, ports.redis(), secrets.redisPassword(), lifeline);
    }

    /// Starts the named ones, or all.
    public StoresOnThisMachine start(Service... chosen) throws Exception {
        running = chosen.length == 0 ? List.of(postgres, sqs, s3, redis) : List.of(chosen);
        for (Service store : running) {
            store.start();
        }
        return this;
    }

    public Path folder() {
        return data.path();
    }

    @Override
    public void close() throws Exception {
        for (Service store : running) {
            store.stop();
        }
        lifeline.close();
        data.close();
    }
}
