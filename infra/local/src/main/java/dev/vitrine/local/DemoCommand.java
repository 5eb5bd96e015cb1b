package dev.vitrine.local;

import dev.vitrine.local.demo.DemoShowRun;
import dev.vitrine.local.life.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Gives a show in a running local cloud.
@Command(
        name = "demo",
        description = "Signs in, creates a room and pushes a generated picture with a clock.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final int LONGEST_SECONDS = 24 * 60 * 60;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "The local cloud's port (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--seconds", paramLabel = "N", description = "End the show after N seconds on air (until Ctrl-C).")
    private Integer seconds;

    @Option(names = "--portrait", description = "9:16 instead of 16:9.")
    private boolean portrait;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            defaultValue = "Vitrine demo 演示",
            description = "The room's title (${DEFAULT-VALUE}).")
    private String title;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vitrine",
            description = "Where the encoder is unpacked (${DEFAULT-VALUE}).")
    private Path data;

    @Override
    public Integer call() throws Exception {
        if (seconds != null && (seconds < 1 || seconds > LONGEST_SECONDS)) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds must be between 1 and " + LONGEST_SECONDS + " but is " + seconds);
        }
        var show = new DemoShowRun(
                URI.create("http://127.0.0.1:" + port),
                data.toAbsolutePath().resolve("programs"),
                spec.commandLine().getOut());
        show.run(title, portrait, Optional.ofNullable(seconds).map(Duration::ofSeconds));
        return 0;
    }
}
