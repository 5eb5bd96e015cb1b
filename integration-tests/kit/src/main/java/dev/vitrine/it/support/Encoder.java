package dev.vitrine.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An independent encoder: the system's own ffmpeg, pushing a file as it is (`-c copy`).
public final class Encoder implements AutoCloseable {
    private final Process process;
    private final Path log;

    private Encoder(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Makes a clip of H.264 with B-frames and AAC, once per size.
    public static Path clip(Path folder, String size, int seconds) {
        return made(
                folder.resolve("clip-" + size + "-" + seconds + ".mp4"),
                "testsrc2=size=" + size,
                "sine=frequency=440:sample_rate=48000",
                seconds);
    }

    /// A clip that does not move and says nothing, so that what is recorded of it takes little room.
    public static Path quietClip(Path folder, String size, int seconds) {
        return made(
                folder.resolve("quiet-" + size + "-" + seconds + ".mp4"),
                "smptebars=size=" + size,
                "anullsrc=sample_rate=48000:channel_layout=mono",
                seconds);
    }

    private static Path made(Path clip, String picture, String sound, int seconds) {
        if (!Files.exists(clip)) {
            run(List.of(
                    "ffmpeg",
                    "-nostdin",
                    "-hide_banner",
                    "-loglevel",
                    "error",
                    "-y",
                    "-f",
                    "lavfi",
                    "-i",
                    picture + ":rate=30:duration=" + seconds,
                    "-f",
                    "lavfi",
                    "-i",
                    sound,
                    "-t",
                    "" + seconds,
                    "-c:v",
                    "libx264",
                    "-preset",
                    "superfast",
                    "-bf",
                    "2",
                    "-g",
                    "60",
                    "-b:v",
                    "1500k",
                    "-pix_fmt",
                    "yuv420p",
                    "-c:a",
                    "aac",
                    "-b:a",
                    "128k",
                    clip.toString()));
        }
        return clip;
    }

    /// Pushes the clip in real time, again and again until it is stopped.
    public static Encoder push(Path clip, String address) {
        return start(clip, address, "-stream_loop", "-1");
    }

    /// Pushes the clip in real time, once.
    public static Encoder pushOnce(Path clip, String address) {
        return start(clip, address);
    }

    private static Encoder start(Path clip, String address, String... inputOptions) {
        try {
            var log = Files.createTempFile(clip.getParent(), "encoder", ".log");
            var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-hide_banner", "-loglevel", "warning", "-re"));
            command.addAll(List.of(inputOptions));
            command.addAll(List.of("-i", clip.toString(), "-c", "copy", "-f", "flv", address));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Encoder(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Waits for the encoder to give up by itself.
    ///
    /// @return its exit code and what it said
    public String awaitRefusal(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the encoder still pushes after " + within);
            }
            if (process.exitValue() == 0) {
                throw new AssertionError("the encoder was not refused");
            }
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// `kill -9`: no FCUnpublish, no goodbye.
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
