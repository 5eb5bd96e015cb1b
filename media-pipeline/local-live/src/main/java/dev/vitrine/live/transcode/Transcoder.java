package dev.vitrine.live.transcode;

import dev.vitrine.live.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A running ffmpeg of one stream. Writing blocks while ffmpeg is behind: that is the back-pressure a publisher
/// feels.
public final class Transcoder {
    /// How long ffmpeg may take to encode and PUT what it was given before its input closed.
    static final Duration FLUSH_LIMIT = Duration.ofSeconds(10);

    private final Process process;
    private final OutputStream input;

    private Transcoder(Process process) {
        this.process = process;
        this.input = process.getOutputStream();
    }

    /// @param target address below which the origin takes this stream's files
    /// @param log where ffmpeg's own words go
    public static Transcoder start(
            Ffmpeg ffmpeg, SourceFormat source, List<Rendition> renditions, String target, Path log) {
        return new Transcoder(ffmpeg.start(new TranscodeCommand(source, renditions, target).arguments(), log));
    }

    /// Where FLV goes. Fails once ffmpeg has exited.
    public OutputStream input() {
        return input;
    }

    /// Closes the input and waits until everything is encoded and stored at the origin; kills ffmpeg at the limit.
    ///
    /// @return whether ffmpeg finished by itself without an error; repeating it answers the same
    public boolean finish() throws InterruptedException {
        try {
            input.close();
        } catch (IOException e) {
            kill();
            return false;
        }
        if (!process.waitFor(FLUSH_LIMIT)) {
            kill();
            return false;
        }
        return process.exitValue() == 0;
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
