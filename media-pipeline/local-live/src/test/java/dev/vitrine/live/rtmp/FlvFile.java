package dev.vitrine.live.rtmp;

import dev.vitrine.live.ffmpeg.Ffmpegs;
import dev.vitrine.live.flv.FlvTag;
import dev.vitrine.live.flv.FlvTag.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What an encoder sends, made by ffmpeg once: in each second the picture is white and a tone is heard
/// for a tenth of it. So it is seen in what comes out whether picture and sound of one moment are shown
/// together, and which moments are shown at all.
final class FlvFile {
    private static final int FILE_HEADER_BYTES = 9 + Integer.BYTES;

    private FlvFile() {}

    static List<FlvTag> flashesAndTones(Path folder, int seconds, int keyInterval, int rate, int channels)
            throws IOException, ProtocolViolation {
        Path file = folder.resolve("flashes-%d-%d-%d-%d.flv".formatted(seconds, keyInterval, rate, channels));
        String picture =
                "color=black:s=320x180:r=30:d=%d,drawbox=c=white:t=fill:enable='lt(mod(t,1),0.1)'".formatted(seconds);
        String tone = "aevalsrc='0.5*sin(2*PI*1000*t)*lt(mod(t,1),0.1)':s=%d:d=%d".formatted(rate, seconds);
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-f", "lavfi", "-i", picture));
        arguments.addAll(List.of("-f", "lavfi", "-i", tone, "-c:v", "libx264", "-preset", "ultrafast", "-bf", "2"));
        arguments.addAll(List.of("-g", "" + keyInterval, "-keyint_min", "" + keyInterval, "-sc_threshold", "0"));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "" + channels, "-y", file.toString()));
        Ffmpegs.shared().run(arguments, Encoders.LIMIT);
        byte[] flv = Files.readAllBytes(file);
        byte[] tags = Arrays.copyOfRange(flv, FILE_HEADER_BYTES, flv.length);
        // what an aggregate message holds is what a file holds behind its header
        return Aggregate.parts(new Message(Message.AGGREGATE, 0, 1, tags)).stream()
                .map(part -> new FlvTag(kind(part.type()), part.timestamp(), part.body()))
                .toList();
    }

    private static Kind kind(int type) {
        return Stream.of(Kind.values())
                .filter(each -> each.type() == type)
                .findFirst()
                .orElseThrow();
    }
}
