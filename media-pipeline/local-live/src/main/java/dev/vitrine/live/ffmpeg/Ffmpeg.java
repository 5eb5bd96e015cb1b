package dev.vitrine.live.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// ffmpeg and ffprobe, installed and known to start on this machine. Safe for use by many threads.
public final class Ffmpeg {
    private final Installation installation;
    private final Map<String, String> environment;
    private final ProcessRegistry registry;

    private Ffmpeg(Installation installation, Map<String, String> environment, ProcessRegistry registry) {
        this.installation = installation;
        this.environment = environment;
        this.registry = registry;
    }

    /// Installs once into a sub-folder of `folder` (about 85 MB; later calls find it there) and tries to start it.
    ///
    /// @throws FfmpegUnavailable with one clear line when this machine cannot run it
    public static Ffmpeg install(Path folder, ProcessRegistry registry) {
        Installation installation = Installation.into(folder);
        return new Ffmpeg(installation, new Loader(installation).environment(), registry);
    }

    /// Starts ffmpeg with `-hide_banner` and the given arguments. Standard input is a pipe to write media to; all
    /// that it prints is appended to `log`. The caller ends the process (see [#stop]).
    public Process start(List<String> arguments, Path log) {
        ProcessBuilder builder = command(installation.ffmpeg(), arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return registered(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("ffmpeg cannot be started", e);
        }
    }

    /// Runs ffmpeg to its end and answers what it wrote to standard output (at most 64 MB).
    ///
    /// @throws FfmpegFailed when it fails or is not done by `limit` (it is killed then)
    public byte[] run(List<String> arguments, Duration limit) {
        return OneShot.run(command(installation.ffmpeg(), arguments), this::registered, limit);
    }

    /// Runs ffprobe to its end and answers what it wrote to standard output.
    ///
    /// @throws FfmpegFailed when it fails or is not done by `limit` (it is killed then)
    public byte[] probe(List<String> arguments, Duration limit) {
        return OneShot.run(command(installation.ffprobe(), arguments), this::registered, limit);
    }

    /// Ends a process: asks first, waits `grace`, then kills; returns when it has exited.
    public static void stop(Process process, Duration grace) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(grace)) {
            process.destroyForcibly().waitFor();
        }
    }

    private ProcessBuilder command(Path executable, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(executable.toString(), "-hide_banner"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    private Process registered(Process process) {
        try {
            registry.started(process.toHandle());
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        process.onExit().thenRun(() -> registry.ended(process.toHandle()));
        return process;
    }
}
