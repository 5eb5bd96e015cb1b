package dev.vitrine.live.control;

import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.http.MediaTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Makes a JPEG of a live picture and stores it as the channel's cover.
public final class Snapshots {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /// A later picture takes the place of an earlier one.
    private static final String CACHE = "public, max-age=60";
    /// ffmpeg's scale of 2 (best) to 31.
    private static final String QUALITY = "4";

    private final Ffmpeg ffmpeg;
    private final ObjectStore store;

    public Snapshots(Ffmpeg ffmpeg, ObjectStore store) {
        this.ffmpeg = ffmpeg;
        this.store = store;
    }

    /// @param media a header and a segment that begins with a key frame
    /// @return the object's key
    String take(String channel, byte[] media) {
        String key = "covers/" + channel + ".jpg";
        store.put(key, picture(media), MediaTypes.JPEG, CACHE);
        return key;
    }

    private byte[] picture(byte[] media) {
        try {
            Path file = Files.createTempFile("snapshot", ".mp4");
            try {
                Files.write(file, media);
                return ffmpeg.run(
                        List.of(
                                "-loglevel", "error", "-threads", "1", "-i", file.toString(), "-frames:v", "1",
                                "-q:v", QUALITY, "-f", "image2pipe", "-c:v", "mjpeg", "pipe:1"),
                        LIMIT);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take a picture", e);
        }
    }
}
