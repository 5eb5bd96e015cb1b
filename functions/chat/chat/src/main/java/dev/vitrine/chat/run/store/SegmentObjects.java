package dev.vitrine.chat.run.store;

import dev.vitrine.model.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Lane B's objects behind the CDN. Blocks: call it on a virtual thread. Writing twice is as writing once.
@ApplicationScoped
public class SegmentObjects {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String FOR_EVER = "public, max-age=86400, immutable";
    private static final String A_SECOND = "public, max-age=1";

    private final Supplier<S3Client> s3;
    private final Optional<String> bucket;

    /// The client is looked up at the first segment: most rooms never need one.
    @Inject
    SegmentObjects(Instance<S3Client> s3, @ConfigProperty(name = "vitrine.media.bucket") Optional<String> bucket) {
        this(s3::get, bucket);
    }

    public SegmentObjects(Supplier<S3Client> s3, Optional<String> bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    public void write(RoomId room, long slot, byte[] segment) {
        put(key(room, Long.toString(slot)), FOR_EVER, segment);
    }

    public void index(RoomId room, byte[] index) {
        put(key(room, "index"), A_SECOND, index);
    }

    /// The folder of a room below the public media prefix, with a slash at its end.
    public static String folder(RoomId room) {
        return "chat/" + room + "/";
    }

    private static String key(RoomId room, String name) {
        return folder(room) + name + ".json";
    }

    private void put(String key, String cacheControl, byte[] json) {
        var name = bucket.orElseThrow(
                () -> new IllegalStateException("vitrine.media.bucket (VITRINE_MEDIA_BUCKET) is not set"));
        s3.get()
                .putObject(
                        object -> object.bucket(name)
                                .key(key)
                                .contentType("application/json")
                                .contentEncoding("gzip")
                                .cacheControl(cacheControl)
                                .overrideConfiguration(limit -> limit.apiCallTimeout(PATIENCE)),
                        RequestBody.fromBytes(gzip(json)));
    }

    private static byte[] gzip(byte[] json) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }
}
