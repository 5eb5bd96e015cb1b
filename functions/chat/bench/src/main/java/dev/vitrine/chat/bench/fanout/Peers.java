package dev.vitrine.chat.bench.fanout;

import dev.vitrine.local.life.Detached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Fetches the peers into a folder of the bench, by their own registries' clients. Nothing is installed on
/// the machine.
final class Peers {
    /// MIT licence.
    private static final String WS = "ws@8.18.3";
    private static final int FETCH_BOUND_SECONDS = 120;

    private Peers() {}

    /// @return a folder with the npm package `ws`
    /// @throws IOException says what is missing
    static Path ws(Path folder) throws IOException, InterruptedException {
        var modules = Files.createDirectories(folder.resolve("node"));
        if (Detached.onPath("node").isEmpty() || Detached.onPath("npm").isEmpty()) {
            throw new IOException("needs node and npm on PATH");
        }
        if (!Files.isDirectory(modules.resolve("node_modules/ws"))) {
            run(modules, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", ".", WS);
        }
        return modules;
    }

    /// @return the program of Debian's package `nats-server` (Apache-2.0), or the one on PATH
    /// @throws IOException says what is missing
    static Path nats(Path folder) throws IOException, InterruptedException {
        var installed = Detached.onPath("nats-server");
        if (installed.isPresent()) {
            return installed.get();
        }
        var root = Files.createDirectories(folder.resolve("nats"));
        var unpacked = root.resolve("usr/sbin/nats-server");
        if (!Files.isExecutable(unpacked)) {
            if (Detached.onPath("apt-get").isEmpty()
                    || Detached.onPath("dpkg-deb").isEmpty()) {
                throw new IOException("needs nats-server on PATH");
            }
            run(root, "apt-get", "download", "nats-server");
            run(root, "sh", "-c", "dpkg-deb -x nats-server_*.deb .");
        }
        return unpacked;
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        var log = folder.resolve("fetch.log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(FETCH_BOUND_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " took longer than " + FETCH_BOUND_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            var lines = Files.readAllLines(log);
            throw new IOException(String.join(" ", List.of(command)) + " failed: "
                    + lines.stream().reduce((_, last) -> last).orElse("no word"));
        }
    }
}
