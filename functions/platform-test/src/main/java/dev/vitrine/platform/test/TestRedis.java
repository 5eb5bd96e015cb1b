package dev.vitrine.platform.test;

import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.redis.client.RedisOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Redis itself, with its append-only file, that can be killed and come back.
public final class TestRedis implements AutoCloseable {
    private static final String RELEASE = "7.0.15";
    private static final Duration BOUND = Duration.ofSeconds(30);

    /// Redis Cluster Specification: keys are in one of 16384 slots.
    private static final int SLOTS = 16_384;

    private final Path folder;
    private final Path program;
    private final int port;
    private final boolean cluster;
    private final Vertx vertx = Vertx.vertx();
    private Process process;
    private Redis client;

    private TestRedis(Path folder, Path program, int port, boolean cluster) {
        this.folder = folder;
        this.program = program;
        this.port = port;
        this.cluster = cluster;
    }

    public static TestRedis start() {
        return start(false);
    }

    /// One node that has every slot of a cluster: what must be in one slot is refused as in any cluster.
    public static TestRedis startCluster() {
        return start(true);
    }

    private static TestRedis start(boolean cluster) {
        try {
            var folder = Files.createTempDirectory("redis");
            var program = unpack(folder);
            int port;
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            var redis = new TestRedis(folder, program, port, cluster);
            redis.launch();
            return redis;
        } catch (IOException broken) {
            throw new IllegalStateException("Redis for the tests did not start", broken);
        }
    }

    /// The server that the local cloud brings along.
    private static Path unpack(Path folder) throws IOException {
        var system = System.getProperty("os.name").contains("Mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        var name = "redis-server-" + RELEASE + "-" + system + "-" + processor;
        var program = folder.resolve(name);
        try (var packed = TestRedis.class.getResourceAsStream("/" + name)) {
            Files.copy(Objects.requireNonNull(packed, name), program);
        }
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public synchronized RedisAPI api() {
        if (client == null) {
            client = Redis.createClient(
                    vertx,
                    new RedisOptions()
                            .setConnectionString(url())
                            .setMaxPoolSize(8)
                            .setMaxPoolWaiting(10_000)
                            .setNetClientOptions(new NetClientOptions().setConnectTimeout(1000)));
        }
        return RedisAPI.api(client);
    }

    /// As `kill -9` does.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public void launch() {
        try {
            process = new ProcessBuilder(
                            program.toString(),
                            "--bind",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            "--dir",
                            folder.toString(),
                            "--appendonly",
                            "yes",
                            "--appendfsync",
                            "always",
                            "--save",
                            "",
                            "--cluster-enabled",
                            cluster ? "yes" : "no")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            awaitPort();
            awaitLoaded();
            if (cluster) {
                awaitCluster();
            }
        } catch (IOException broken) {
            throw new IllegalStateException("Redis for the tests did not start", broken);
        }
    }

    /// A server that was killed listens before it has read its file again.
    private void awaitLoaded() {
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (!isLoaded()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Redis did not read its file within " + BOUND);
            }
            Thread.onSpinWait();
        }
    }

    private boolean isLoaded() {
        var answer = api().info(List.of("persistence")).await().atMost(BOUND).toString();
        return answer.contains("\nloading:0");
    }

    /// The node remembers its slots when it is killed.
    private void takeEverySlot() {
        var command = new ArrayList<>(List.of("ADDSLOTS"));
        IntStream.range(0, SLOTS).mapToObj(Integer::toString).forEach(command::add);
        api().cluster(command).await().atMost(BOUND);
    }

    private void awaitCluster() {
        if (info().contains("cluster_slots_assigned:0")) {
            takeEverySlot();
        }
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (!info().contains("cluster_state:ok")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the cluster is not ready within " + BOUND);
            }
            Thread.onSpinWait();
        }
    }

    private String info() {
        return api().cluster(List.of("INFO")).await().atMost(BOUND).toString();
    }

    private void awaitPort() {
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (System.nanoTime() < deadline) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("Redis did not listen within " + BOUND);
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        process.destroyForcibly();
        // not by Mutiny: Quarkus, which closes test resources last, has taken away what that needs
        vertx.getDelegate().close().toCompletionStage().toCompletableFuture().join();
        try {
            process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
