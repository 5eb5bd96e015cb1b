package dev.vitrine.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One local cloud for every test that leaves it standing; started by the first, stopped with the test JVM.
public final class SharedCloud {
    private static Cloud cloud;
    private static Path folder;

    private SharedCloud() {}

    public static synchronized Cloud get() {
        if (cloud == null) {
            cloud = Cloud.start(folder().resolve("shared"));
            Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
        }
        return cloud;
    }

    /// A folder below the suite's `target` that outlives the run, so that logs of a failure can be read.
    public static synchronized Path folder() {
        if (folder == null) {
            try {
                var target = Path.of("target/clouds").toAbsolutePath();
                folder = Files.createDirectories(
                        target.resolve("run-" + ProcessHandle.current().pid()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }
}
