package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Child;
import dev.vitrine.bench.LocalPorts;
import dev.vitrine.bench.Processes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A local cloud of the bench's own: started by the launcher, with an empty data folder, on free ports.
final class BenchCloud implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(5); // a first build of the web client included
    private static final int PORTS = 6;
    private static final String THRESHOLD = "VITRINE_CHAT_LANE_THRESHOLD: '500'";

    private final Child child;
    private final Path data;
    private final URI url;

    private BenchCloud(Child child, Path data, URI url) {
        this.child = child;
        this.data = data;
        this.url = url;
    }

    /// With the product's own registry.
    static BenchCloud start(Path home, Path data) throws IOException, InterruptedException {
        return start(home, data, home.resolve("functions/catalog.yaml"));
    }

    /// With a registry in which a room leaves lane A above so many sockets.
    static BenchCloud startWithThreshold(Path home, Path data, int sockets) throws IOException, InterruptedException {
        var original = Files.readString(home.resolve("functions/catalog.yaml"));
        var changed = original.replace(THRESHOLD, THRESHOLD.replace("500", Integer.toString(sockets)));
        if (changed.equals(original)) {
            throw new IOException("functions/catalog.yaml no longer holds " + THRESHOLD);
        }
        Files.createDirectories(data.getParent());
        return start(home, data, Files.writeString(data.resolveSibling(data.getFileName() + ".catalog.yaml"), changed));
    }

    private static BenchCloud start(Path home, Path data, Path catalog) throws IOException, InterruptedException {
        var port = LocalPorts.free(PORTS + 1);
        var command = List.of(
                home.resolve("vitrine").toString(),
                "up",
                "--port",
                Integer.toString(port),
                "--rtmp-port",
                Integer.toString(port + PORTS),
                "--data",
                data.toString(),
                "--fresh",
                "--catalog",
                catalog.toString());
        var log = data.resolveSibling(data.getFileName() + ".console");
        // a training on the side would compete with what is measured
        var child = Child.start("the local cloud", command, Map.of("VITRINE_AOT_TRAINING", "off"), log);
        var cloud = new BenchCloud(child, data, URI.create("http://127.0.0.1:" + port));
        try {
            child.awaitReady(READY_WITHIN, cloud.api()::answers);
        } catch (IOException | InterruptedException e) {
            cloud.close();
            throw e;
        }
        return cloud;
    }

    BenchApi api() {
        return new BenchApi(url);
    }

    URI url() {
        return url;
    }

    Processes processes() {
        return Processes.around(child.pid(), data, this::part);
    }

    private String part(long pid, String command) {
        if (pid == child.pid()) {
            return "gateway";
        }
        var program = command.substring(0, Math.max(0, command.indexOf(' ')));
        var name = program.substring(program.lastIndexOf('/') + 1);
        if (name.startsWith("redis-server")) {
            return "redis";
        }
        return name.startsWith("postgres") ? "database" : "functions";
    }

    @Override
    public void close() {
        child.close();
    }
}
