package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodersPushTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.vitrine.live.rtmp.Encoders#all")
    void aFileWithBFramesArrivesFrameByFrame(String encoder) throws Exception {
        Path source = Encoders.file(folder, 1280, 720, 3);
        Recording.Stream stream = push(encoder, source, "-c", "copy");

        assertEquals(1280, stream.media().width());
        assertEquals(720, stream.media().height());
        assertEquals(30.0, stream.media().framesPerSecond().orElseThrow());
        assertEquals(EndReason.UNPUBLISHED, stream.ended().reason());
        Path received = stream.save(folder);
        assertEquals(packets(source), packets(received));
        assertEquals(
                "90",
                Encoders.probe(
                        received,
                        "-count_frames",
                        "-select_streams",
                        "v",
                        "-show_entries",
                        "stream=nb_read_frames",
                        "-of",
                        "csv=p=0"));
    }

    @ParameterizedTest
    @MethodSource("dev.vitrine.live.rtmp.Encoders#all")
    void aPortraitPictureIsTaken(String encoder) throws Exception {
        Recording.Stream stream = push(encoder, Encoders.file(folder, 608, 1080, 1), "-c", "copy");
        assertEquals(608, stream.media().width());
        assertEquals(1080, stream.media().height());
    }

    @ParameterizedTest
    @MethodSource("dev.vitrine.live.rtmp.Encoders#all")
    void timestampsBeyond24BitsComeOutFromZero(String encoder) throws Exception {
        Path source = Encoders.file(folder, 640, 360, 2);
        Recording.Stream stream = push(encoder, source, "-c", "copy", "-output_ts_offset", "16800");

        Path received = stream.save(folder);
        assertEquals(packets(source), packets(received));
        double start =
                Double.parseDouble(Encoders.probe(received, "-show_entries", "format=start_time", "-of", "csv=p=0"));
        assertTrue(start >= 0 && start < 0.2, "starts at " + start);
    }

    @Test
    void aStreamWithoutSoundIsSilent() throws Exception {
        Recording.Stream stream = push("packaged", Encoders.file(folder, 640, 360, 1), "-c", "copy", "-an");
        Path received = stream.save(folder);
        assertEquals(
                "aac,48000",
                Encoders.probe(
                        received,
                        "-select_streams",
                        "a",
                        "-show_entries",
                        "stream=codec_name,sample_rate",
                        "-of",
                        "csv=p=0"));
    }

    private Recording.Stream push(String encoder, Path source, String... arguments) throws Exception {
        Path log = folder.resolve("encoder.log");
        List<String> all = new java.util.ArrayList<>(List.of("-re", "-i", source.toString()));
        all.addAll(List.of(arguments));
        try (Recording recording = new Recording(RtmpLimits.DEFAULTS, "room")) {
            all.addAll(List.of("-f", "flv", recording.url("sk_room")));
            Process process = Encoders.push(encoder, log, all.toArray(String[]::new));
            assertEquals(0, Encoders.exit(process), () -> text(log));
            Recording.Stream stream = recording.next();
            StreamEnd end = stream.ended();
            stream.end().add(end);
            return stream;
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    /// Sizes of all video packets in decoding order.
    private static String packets(Path file) {
        return Encoders.probe(file, "-select_streams", "v", "-show_entries", "packet=size,flags", "-of", "csv=p=0");
    }
}
