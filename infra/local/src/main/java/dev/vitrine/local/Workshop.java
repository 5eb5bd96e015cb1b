package dev.vitrine.local;

import dev.vitrine.live.LiveConfig;
import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import dev.vitrine.local.identity.Identities;
import dev.vitrine.local.life.DataFolder;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.Ports;
import dev.vitrine.local.life.Secrets;
import dev.vitrine.local.life.Signal;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.migrate.Migrations;
import dev.vitrine.local.migrate.Schema;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.store.Database;
import dev.vitrine.local.store.PostgresStore;
import dev.vitrine.local.store.RedisStore;
import dev.vitrine.local.store.S3Store;
import dev.vitrine.local.store.SqsStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// A local cloud for work on functions alone: real stores with migrations and queues and a live service on
/// ports of its own, empty at the start; no gateway and no sources, so nothing runs but what the caller
/// invokes.
public final class Workshop implements AutoCloseable {
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final int PORT_TRIES = 50;

    private final Path home;
    private final DataFolder data;
    private final Lifeline lifeline;
    private final Catalog catalog;
    private final PostgresStore postgres;
    private final Secrets secrets;
    private final HouseEnvironment environment;
    private final LocalCloud cloud;

    private Workshop(Path home, DataFolder data) {
        this.home = home;
        this.data = data;
        this.lifeline = Lifeline.start(data.folder("run"));
        this.catalog = Catalog.read(home.resolve("functions/catalog.yaml"));
        this.secrets = Secrets.of(data.path());
        var ports = freePorts();
        var logs = data.folder("log");
        postgres = new PostgresStore(
                data.path().resolve("postgres"),
                data.programs(),
                logs,
                ports.postgres(),
                secrets.postgresPassword(),
                catalog.connections(),
                lifeline);
        var identities = new Identities(catalog, secrets::functionSecret);
        var sqs = new SqsStore(
                data.path().resolve("sqs"), ports.sqs(), secrets.owner(), new QueueGrants(catalog, identities));
        var s3 = new S3Store(
                data.path().resolve("s3"),
                ports.s3(),
                secrets.s3AccessKey(),
                secrets.s3SecretKey(),
                catalog.buckets(),
                new BucketGrants(catalog, identities));
        var redis = new RedisStore(
                data.path().resolve("redis"), data.programs(), logs, ports.redis(), secrets.redisPassword(), lifeline);
        var publicUrl = "http://127.0.0.1:" + ports.edge();
        var control = URI.create("http://127.0.0.1:" + ports.live());
        var config = new LiveConfig(
                data.path().resolve("live"),
                publicUrl,
                ports.live(),
                ports.rtmp(),
                secrets.liveControlToken(),
                secrets.liveJobsToken(),
                secrets.playbackSessionKey(),
                catalog.publicPrefixes());
        var live = new LivePart(config, data.programs(), lifeline, (function, _, _) -> refused(function), sqs, s3);
        environment = new HouseEnvironment(
                catalog, secrets, identities, publicUrl, control, postgres.database(), sqs, s3, redis);
        cloud = new LocalCloud(
                List.of(
                        List.of(postgres, sqs, s3, redis),
                        List.of(
                                new Preparation("migrations", this::migrate),
                                new Preparation("room items", () -> new RoomItems(catalog, s3).write()),
                                new Preparation("queues", () -> catalog.queues()
                                        .forEach(queue -> sqs.createQueue(
                                                queue.name(),
                                                Math.toIntExact(
                                                        queue.visibility().toSeconds()),
                                                queue.maxReceives())))),
                        List.of(live)),
                (_, _) -> {});
    }

    /// Starts; a second one in the same JVM is refused by its queue store.
    ///
    /// @param home the folder that holds `functions`
    /// @param folder emptied first
    public static Workshop open(Path home, Path folder) throws Exception {
        var workshop = new Workshop(home, DataFolder.open(folder, true));
        try {
            workshop.cloud.start();
            return workshop;
        } catch (Exception e) {
            workshop.close();
            throw e;
        }
    }

    public Catalog catalog() {
        return catalog;
    }

    /// What the house adds to the environment of a function.
    public Function<FunctionSpec, Map<String, String>> environment() {
        return environment;
    }

    public Database database() {
        return postgres.database();
    }

    /// The password of a function role.
    public String rolePassword(String role) {
        return secrets.rolePassword(role);
    }

    /// A folder for whatever the caller makes; emptied with the rest.
    public Path folder(String name) {
        return data.folder(name);
    }

    /// The package of an artefact for the JVM.
    ///
    /// @throws StartRefused when it was not built
    public Path jvmPackage(String artefact) {
        var functions = catalog.folderOf(artefact);
        return List.of(functions.resolve("function.zip"), functions.resolve("target/function.zip")).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new StartRefused("the JVM package of artefact " + artefact + " is not built"));
    }

    /// Ties a process to the life of this one.
    public void tether(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> lifeline.tether(process, Signal.KILL));
    }

    private void migrate() {
        new Migrations(postgres.database(), secrets)
                .run(catalog.artefacts().values().stream()
                        .flatMap(artefact -> artefact.schema().stream()
                                .map(schema -> Schema.of(catalog.folderOf(artefact.name()), artefact.name(), schema)))
                        .toList());
    }

    /// Nobody pushes a stream here.
    private static InvocationResult refused(String function) {
        return new InvocationResult.Throttled(function);
    }

    private static Ports freePorts() {
        for (var i = 0; i < PORT_TRIES; i++) {
            var base = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            var ports = new Ports(base, base - 1);
            if (ports.uses().stream().allMatch(Ports.Use::free)) {
                return ports;
            }
        }
        throw new StartRefused("no seven free ports in a row between " + LOWEST_PORT + " and " + HIGHEST_PORT);
    }

    @Override
    public void close() throws IOException {
        cloud.stop();
        lifeline.close();
        data.close();
    }
}
