package dev.vitrine.live.transcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.live.ffmpeg.Ffmpegs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The transcoder's own command over pictures that are not what most encoders send.
class SourcesAreShownAsTheyWereMeantTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TONE = "anoisesrc=r=44100:a=0.9";
    /// Fields of a picture that moves: a comb where they are shown as one.
    private static final List<String> FIELDS = List.of(
            "-vf",
            "tinterlace=interleave_top,setfield=tff,setsar=64/45",
            "-flags",
            "+ildct+ilme",
            "-x264opts",
            "tff=1");

    @TempDir
    Path folder;

    /// PAL as a cable box sends it: 720x576 in fields, each pixel 64:45, in full range.
    @Test
    void fieldsBecomeFramesPixelsSquareAndTheRangeTheUsualOne() throws Exception {
        JsonNode picture =
                made("testsrc2=s=720x576:r=50:d=4", FIELDS, "yuvj420p", SourceFormat.of(1024, 576, 25, true));
        assertEquals(
                "1024x576",
                picture.path("width").asInt() + "x" + picture.path("height").asInt());
        assertEquals("1:1", picture.path("sample_aspect_ratio").asText());
        assertEquals("progressive", picture.path("field_order").asText("progressive"));
        assertEquals("tv", picture.path("color_range").asText("tv"));
        assertEquals("yuv420p", picture.path("pix_fmt").asText());
        assertTrue(fieldFrames() <= 1, "frames that still are two fields");
    }

    /// Nothing is harder to encode than noise: no segment is larger than players are told.
    @Test
    void noSegmentExceedsTheBandwidthThatIsTold() throws Exception {
        made(
                "nullsrc=s=640x360:r=30:d=8,noise=alls=100:allf=t",
                List.of("-qp", "10"),
                "yuv420p",
                SourceFormat.of(640, 360, 30, false));
        Rendition only = ladder(SourceFormat.of(640, 360, 30, false)).getFirst();
        long told = only.peakBitsPerSecond() + Timing.AUDIO_PEAK_BITS_PER_SECOND;
        long most = 0;
        for (int number = 1; number <= 4; number++) {
            long bits = 8
                    * (Files.size(folder.resolve("0-" + number + ".m4s"))
                            + Files.size(folder.resolve("1-" + number + ".m4s")));
            long perSecond = bits * 1000 / Timing.SEGMENT.toMillis();
            assertTrue(perSecond <= told, "segment " + number + ": " + perSecond + " of " + told);
            most = Math.max(most, perSecond);
        }
        assertTrue(most > told / 2, "noise is hard to encode: " + most + " of " + told);
    }

    private static List<Rendition> ladder(SourceFormat source) {
        return Ladder.named("standard").fit(source);
    }

    /// What ffprobe tells of the largest picture.
    private JsonNode made(String source, List<String> encoding, String pixels, SourceFormat format) throws Exception {
        Path flv = folder.resolve("source.flv");
        List<String> encoder = new ArrayList<>(List.of("-v", "error", "-f", "lavfi", "-i", source));
        encoder.addAll(List.of("-f", "lavfi", "-i", TONE, "-shortest"));
        encoder.addAll(encoding);
        encoder.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-g", "50", "-pix_fmt", pixels));
        encoder.addAll(List.of("-c:a", "aac", "-b:a", "192k", flv.toString()));
        Ffmpegs.shared().run(encoder, LIMIT);
        List<String> transcoder = new TranscodeCommand(format, ladder(format), folder.toString()).arguments();
        Path log = folder.resolve("transcoder.log");
        Process process = Ffmpegs.shared().start(transcoder, log);
        try (OutputStream input = process.getOutputStream()) {
            Files.copy(flv, input);
        }
        assertEquals(0, process.waitFor(), () -> read(log));
        Path first = folder.resolve("first.mp4");
        try (OutputStream out = Files.newOutputStream(first)) {
            Files.copy(folder.resolve("init-0.mp4"), out);
            Files.copy(folder.resolve("0-1.m4s"), out);
        }
        byte[] told =
                Ffmpegs.shared().probe(List.of("-v", "error", "-show_streams", "-of", "json", first.toString()), LIMIT);
        return JSON.readTree(told).path("streams").path(0);
    }

    /// How many frames ffmpeg's detector takes for two fields.
    private long fieldFrames() throws IOException {
        Path log = folder.resolve("fields.txt");
        Ffmpegs.shared()
                .run(
                        List.of(
                                "-v",
                                "error",
                                "-i",
                                folder.resolve("first.mp4").toString(),
                                "-vf",
                                "idet,metadata=print:key=lavfi.idet.single.current_frame:file=" + log,
                                "-f",
                                "null",
                                "-"),
                        LIMIT);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.endsWith("=tff") || line.endsWith("=bff"))
                    .count();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
