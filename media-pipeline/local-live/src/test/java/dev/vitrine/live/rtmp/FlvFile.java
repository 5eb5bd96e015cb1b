package dev.vitrine.live.rtmp;

import dev.vitrine.live.ffmpeg.Ffmpegs;
import dev.vitrine.live.flv.FlvTag;
import dev.vitrine.live.flv.FlvTag.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What an encoder sends, made by ffmpeg once: in each second the picture is white and a tone is heard
/// for a tenth of it. So it is seen in what comes out whether picture and sound of one moment are shown
/// together, and which moments are shown at all.
final class FlvFile {
    private FlvFile() {}

    static List<FlvTag> flashesAndTones(Path folder, int seconds, int keyInterval, int rate, int channels)
            throws IOException {
        Path file = folder.resolve("flashes-%d-%d-%d-%d.flv".formatted(seconds, keyInterval, rate, channels));
        String picture =
                "color=black:s=320x180:r=30:d=%d,drawbox=c=white:t=fill:enable='lt(mod(t,1),0.1)'".formatted(seconds);
        String tone = "aevalsrc='0.5*sin(2*PI*1000*t)*lt(mod(t,1),0.1)':s=%d:d=%d".formatted(rate, seconds);
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-f", "lavfi", "-i", picture));
        arguments.addAll(List.of("-f", "lavfi", "-i", tone, "-c:v", "libx264", "-preset", "ultrafast", "-bf", "2"));
        arguments.addAll(List.of("-g", "" + keyInterval, "-keyint_min", "" + keyInterval, "-sc_threshold", "0"));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "" + channels, "-y", file.toString()));
        Ffmpegs.shared().run(arguments, Encoders.LIMIT);
        return tags(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    private static List<FlvTag> tags(ByteBuffer in) {
        List<FlvTag> tags = new ArrayList<>();
        in.position(9 + Integer.BYTES);
        while (in.remaining() > 11) {
            int type = in.get() & 0x1f;
            int size = unsigned24(in);
            long time = unsigned24(in) | (in.get() & 0xffL) << 24;
            unsigned24(in);
            byte[] body = new byte[size];
            in.get(body);
            in.getInt();
            Kind kind = type == Kind.AUDIO.type() ? Kind.AUDIO : type == Kind.VIDEO.type() ? Kind.VIDEO : Kind.SCRIPT;
            tags.add(new FlvTag(kind, time, body));
        }
        return tags;
    }

    private static int unsigned24(ByteBuffer in) {
        return (in.get() & 0xff) << 16 | (in.get() & 0xff) << 8 | in.get() & 0xff;
    }
}
