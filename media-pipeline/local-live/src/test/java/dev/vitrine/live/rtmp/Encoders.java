package dev.vitrine.live.rtmp;

import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.ffmpeg.Ffmpegs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The encoders that tests push with: ffmpeg 8 out of its jar and, where the system has one, another ffmpeg.
final class Encoders {
    static final Duration LIMIT = Duration.ofSeconds(60);

    private Encoders() {}

    /// `packaged` and, if there is one on this machine, `system` (Debian 12 has ffmpeg 5).
    static Stream<String> all() {
        return system() == null ? Stream.of("packaged") : Stream.of("packaged", "system");
    }

    static Path system() {
        Path path = Path.of("/usr/bin/ffmpeg");
        return Files.isExecutable(path) ? path : null;
    }

    /// A file with B-frames (so composition times differ) and sound.
    static Path file(Path folder, int width, int height, int seconds, String... more) {
        Path file = folder.resolve(width + "x" + height + "-" + seconds + "-" + Arrays.hashCode(more) + ".mp4");
        List<String> arguments = new ArrayList<>(List.of(
                "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=" + width + "x" + height + ":r=30:d=" + seconds));
        arguments.addAll(List.of("-f", "lavfi", "-i", "sine=f=440:r=48000:d=" + seconds));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-bf", "3", "-b_strategy", "0", "-g", "30"));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "96k"));
        arguments.addAll(List.of(more));
        arguments.add(file.toString());
        Ffmpegs.shared().run(arguments, LIMIT);
        return file;
    }

    static Process push(String encoder, Path log, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-v", "error", "-nostdin"));
        all.addAll(List.of(arguments));
        if (encoder.equals("packaged")) {
            return Ffmpegs.shared().start(all, log);
        }
        all.addFirst(system().toString());
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    static int exit(Process encoder) throws InterruptedException {
        if (!encoder.waitFor(60, TimeUnit.SECONDS)) {
            encoder.destroyForcibly();
            throw new AssertionError("the encoder should have ended");
        }
        return encoder.exitValue();
    }

    static String probe(Path file, String... arguments) {
        List<String> all = new ArrayList<>(List.of("-v", "error"));
        all.addAll(List.of(arguments));
        all.add(file.toString());
        Ffmpeg ffmpeg = Ffmpegs.shared();
        return new String(ffmpeg.probe(all, LIMIT), StandardCharsets.UTF_8).strip();
    }
}
