package dev.vitrine.live.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.ffmpeg.Ffmpegs;
import dev.vitrine.live.rtmp.Received;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BurntClockIsTheWallClockTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int FRAMES = 90;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1280,720", "720,1280", "640,360", "360,640", "160,90"})
    void aDrawnTimeIsReadBack(int width, int height) {
        DemoPicture picture = new DemoPicture(width, height, java.time.ZoneOffset.UTC);
        for (long time : new long[] {0, 1, 1_790_000_000_123L, (1L << 42) - 1}) {
            byte[] frame = picture.at(Instant.ofEpochMilli(time));
            assertEquals(OptionalLong.of(time), ClockCode.read(frame, 0, width, height));
        }
    }

    @Test
    void aPictureWithoutTheCodeIsNotRead() {
        assertEquals(OptionalLong.empty(), ClockCode.read(new byte[640 * 360], 0, 640, 360));
        byte[] broken =
                new DemoPicture(640, 360, java.time.ZoneOffset.UTC).at(Instant.ofEpochMilli(1_790_000_000_123L));
        for (int y = 18 * 15; y < 19 * 15; y++) {
            java.util.Arrays.fill(broken, y * 640 + 40 * 10, y * 640 + 40 * 11, (byte) 235);
            java.util.Arrays.fill(broken, y * 640 + 40 * 11, y * 640 + 40 * 12, (byte) 16);
        }
        assertEquals(OptionalLong.empty(), ClockCode.read(broken, 0, 640, 360));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyFrameShowsWhenItWasMade(boolean portrait) throws Exception {
        Ffmpeg ffmpeg = Ffmpegs.shared();
        try (Received received = new Received("show")) {
            DemoShow show = new DemoShow(URI.create(received.ingestUrl()), "sk_show", portrait);
            long before = System.currentTimeMillis();
            try (DemoEncoder encoder = DemoEncoder.start(ffmpeg, show, Clock.systemUTC(), folder.resolve("demo.log"))) {
                received.awaitVideoFrames(FRAMES, 30, TimeUnit.SECONDS);
                assertTrue(encoder.process().isAlive());
            }
            long after = System.currentTimeMillis();
            Path flv = received.save(folder);

            // As the smallest rendition of the ladder would show it.
            int width = portrait ? 360 : 640;
            int height = portrait ? 640 : 360;
            byte[] gray = ffmpeg.run(
                    List.of(
                            "-v",
                            "error",
                            "-i",
                            flv.toString(),
                            "-map",
                            "0:v",
                            "-vf",
                            "scale=" + width + ":" + height,
                            "-c:v",
                            "libx264",
                            "-preset",
                            "ultrafast",
                            "-tune",
                            "zerolatency",
                            "-b:v",
                            "700k",
                            "-f",
                            "nut",
                            folder.resolve("small.nut").toString()),
                    LIMIT);
            assertEquals(0, gray.length);
            gray = ffmpeg.run(
                    List.of(
                            "-v",
                            "error",
                            "-i",
                            folder.resolve("small.nut").toString(),
                            "-vf",
                            "format=gray",
                            "-f",
                            "rawvideo",
                            "-frames:v",
                            String.valueOf(FRAMES),
                            "pipe:1"),
                    LIMIT);

            int count = gray.length / (width * height);
            assertEquals(FRAMES, count);
            long first = time(gray, 0, width, height);
            assertTrue(before <= first && first <= after, "first frame at " + first);
            for (int n = 0; n < count; n++) {
                long shown = time(gray, n, width, height);
                long due = first + n * 1000L / DemoShow.FRAMES_PER_SECOND;
                assertTrue(shown >= due - 34, "frame " + n + " is " + (shown - due) + " ms early");
                assertTrue(shown <= after, "frame " + n + " is from the future");
            }
        }
    }

    private static long time(byte[] gray, int n, int width, int height) {
        return ClockCode.read(gray, n * width * height, width, height).orElseThrow();
    }
}
