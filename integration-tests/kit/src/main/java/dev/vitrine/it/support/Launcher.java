package dev.vitrine.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A command of `./vitrine` that ends by itself.
public record Launcher(int exitCode, String said) {

    /// @param cloud whose port and data folder the command is told
    public static Launcher run(Cloud cloud, String command) {
        var line = new ArrayList<String>(List.of(
                Cloud.root().resolve("vitrine").toString(),
                command,
                "--port",
                "" + cloud.port(),
                "--data",
                cloud.data().toString()));
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Launcher(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
