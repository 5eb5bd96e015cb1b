package dev.vitrine.chat.run.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.cdn.Cdn;
import dev.vitrine.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Lane B's objects behind the CDN. Blocks: call it on a virtual thread. Writing twice is as writing once.
@ApplicationScoped
public class SegmentObjects {
    /// How long readers may need a segment; then it is deleted. Who is further behind joins again.
    public static final Duration LIVES = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /// A crowd reads a segment within seconds; what is taken back has to be gone from every cache soon.
    private static final String A_MINUTE = "public, max-age=60";
    private static final String A_SECOND = "public, max-age=1";

    private final Supplier<S3Client> s3;
    private final Optional<String> bucket;
    private final Cdn cdn;

    /// The client is looked up at the first segment: most rooms never need one.
    @Inject
    SegmentObjects(
            Instance<S3Client> s3, @ConfigProperty(name = "vitrine.media.bucket") Optional<String> bucket, Cdn cdn) {
        this(s3::get, bucket, cdn);
    }

    public SegmentObjects(Supplier<S3Client> s3, Optional<String> bucket, Cdn cdn) {
        this.s3 = s3;
        this.bucket = bucket;
        this.cdn = cdn;
    }

    public void write(RoomId room, long slot, ObjectNode segment) {
        put(key(room, Long.toString(slot)), A_MINUTE, segment);
    }

    public void index(RoomId room, ObjectNode index) {
        put(key(room, "index"), A_SECOND, index);
    }

    /// Writes a segment anew under its name, and purges its address. One that is not there is left so.
    ///
    /// @param change says whether it changed what it was handed
    public void rewrite(RoomId room, long slot, Predicate<ObjectNode> change) {
        var key = key(room, Long.toString(slot));
        get(key).filter(change).ifPresent(changed -> {
            put(key, A_MINUTE, changed);
            cdn.purge(List.of("/media/" + key)).await().atMost(PATIENCE);
        });
    }

    public void delete(RoomId room, long slot) {
        s3.get().deleteObject(object -> object.bucket(bucket())
                .key(key(room, Long.toString(slot)))
                .overrideConfiguration(limit -> limit.apiCallTimeout(PATIENCE)));
    }

    /// The folder of a room below the public media prefix, with a slash at its end.
    public static String folder(RoomId room) {
        return "chat/" + room + "/";
    }

    private static String key(RoomId room, String name) {
        return folder(room) + name + ".json";
    }

    private String bucket() {
        return bucket.orElseThrow(
                () -> new IllegalStateException("vitrine.media.bucket (VITRINE_MEDIA_BUCKET) is not set"));
    }

    private void put(String key, String cacheControl, ObjectNode json) {
        s3.get()
                .putObject(
                        object -> object.bucket(bucket())
                                .key(key)
                                .contentType("application/json")
                                .contentEncoding("gzip")
                                .cacheControl(cacheControl)
                                .overrideConfiguration(limit -> limit.apiCallTimeout(PATIENCE)),
                        RequestBody.fromBytes(gzip(json.toString())));
    }

    private Optional<ObjectNode> get(String key) {
        try {
            var zipped = s3.get()
                    .getObjectAsBytes(object -> object.bucket(bucket())
                            .key(key)
                            .overrideConfiguration(limit -> limit.apiCallTimeout(PATIENCE)))
                    .asByteArrayUnsafe();
            return Optional.of((ObjectNode) Json.read(gunzip(zipped)));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    private static byte[] gzip(String json) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    private static String gunzip(byte[] bytes) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("a segment is not what was written", broken);
        }
    }
}
