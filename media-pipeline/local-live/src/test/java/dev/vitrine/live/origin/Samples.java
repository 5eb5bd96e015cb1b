package dev.vitrine.live.origin;

import dev.vitrine.live.ffmpeg.Ffmpegs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Real CMAF, made once by ffmpeg: a header and a segment of two seconds in chunks.
public final class Samples {
    /// Hears and does nothing.
    static final StreamListener NOBODY = new StreamListener() {
        @Override
        public void playable(Instant mediaStart) {}

        @Override
        public void initStored(String track, InitSegment init) {}

        @Override
        public void segmentStored(String track, int number, byte[] bytes) {}
    };

    private static final Path FOLDER = Path.of("target", "samples");

    private Samples() {}

    public static byte[] init() {
        return read("init-0.mp4");
    }

    /// @param number 1 or 2
    public static byte[] segment(int number) {
        return read("0-" + number + ".m4s");
    }

    private static synchronized byte[] read(String name) {
        try {
            Path file = FOLDER.resolve(name);
            if (!Files.exists(file)) {
                make();
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make() throws IOException {
        Files.createDirectories(FOLDER);
        Ffmpegs.shared()
                .run(
                        List.of(
                                "-v",
                                "error",
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc2=s=320x240:r=30:d=4",
                                "-c:v",
                                "libx264",
                                "-preset",
                                "ultrafast",
                                "-tune",
                                "zerolatency",
                                "-pix_fmt",
                                "yuv420p",
                                "-g",
                                "30",
                                "-f",
                                "dash",
                                "-seg_duration",
                                "2",
                                "-streaming",
                                "1",
                                "-frag_type",
                                "duration",
                                "-frag_duration",
                                "0.32",
                                "-init_seg_name",
                                "init-$RepresentationID$.mp4",
                                "-media_seg_name",
                                "$RepresentationID$-$Number$.m4s",
                                FOLDER.resolve("sample.mpd").toString()),
                        Duration.ofSeconds(30));
    }
}
