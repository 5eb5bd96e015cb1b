package dev.vitrine.live.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegStartsFromItsJarTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void aSecondInstallationReusesTheFirst() throws Exception {
        Ffmpeg.install(folder, ProcessRegistry.none());
        Path executable = executable();
        FileTime written = Files.getLastModifiedTime(executable);

        Ffmpeg ffmpeg = Ffmpeg.install(folder, ProcessRegistry.none());

        assertEquals(written, Files.getLastModifiedTime(executable));
        String version = new String(ffmpeg.probe(List.of("-version"), LIMIT), StandardCharsets.UTF_8);
        assertTrue(version.startsWith("ffprobe version 8.0.1"), version);
    }

    @Test
    void aFailureTellsWhatFfmpegSaid() {
        Ffmpeg ffmpeg = Ffmpeg.install(Ffmpegs.FOLDER, ProcessRegistry.none());
        FfmpegFailed failed = assertThrows(FfmpegFailed.class, () -> ffmpeg.run(List.of("-i", "/nowhere.flv"), LIMIT));
        assertTrue(failed.getMessage().contains("No such file or directory"), failed.getMessage());
    }

    @Test
    void aRunPastItsDeadlineIsKilled() {
        Ffmpeg ffmpeg = Ffmpeg.install(Ffmpegs.FOLDER, ProcessRegistry.none());
        List<String> endless = List.of("-re", "-f", "lavfi", "-i", "anullsrc", "-f", "null", "-");
        FfmpegFailed failed = assertThrows(FfmpegFailed.class, () -> ffmpeg.run(endless, Duration.ofMillis(300)));
        assertTrue(failed.getMessage().contains("not done"), failed.getMessage());
    }

    @Test
    void theRegistryHearsOfEveryProcessFromStartToEnd() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Ffmpeg ffmpeg = Ffmpeg.install(Ffmpegs.FOLDER, new ProcessRegistry() {
            @Override
            public void started(ProcessHandle process) {
                heard.add("started " + process.pid());
            }

            @Override
            public void ended(ProcessHandle process) {
                heard.add("ended " + process.pid());
            }
        });

        Process process =
                ffmpeg.start(List.of("-f", "flv", "-i", "pipe:0", "-f", "null", "-"), folder.resolve("ffmpeg.log"));
        assertEquals("started " + process.pid(), heard.poll(5, TimeUnit.SECONDS));
        Ffmpeg.stop(process, Duration.ofSeconds(2));
        assertEquals("ended " + process.pid(), heard.poll(5, TimeUnit.SECONDS));
    }

    private Path executable() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("ffmpeg")).findFirst().orElseThrow();
        }
    }
}
