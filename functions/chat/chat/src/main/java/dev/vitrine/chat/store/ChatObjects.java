package dev.vitrine.chat.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Objects of the house's bucket: word lists, which are nobody else's business, and replays, which readers
/// fetch.
@ApplicationScoped
public class ChatObjects {
    /// How long the store may take for one object.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Instance<S3Client> s3;
    private final Optional<String> bucket;

    ChatObjects(Instance<S3Client> s3, @ConfigProperty(name = "vitrine.media.bucket") Optional<String> bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    public Uni<Void> put(String key, byte[] bytes) {
        return work(() -> s3.get()
                        .putObject(
                                object -> object.bucket(bucket())
                                        .key(key)
                                        .contentType("application/octet-stream")
                                        .overrideConfiguration(limit -> limit.apiCallTimeout(PATIENCE)),
                                RequestBody.fromBytes(bytes)))
                .replaceWithVoid();
    }

    public Uni<Void> putJson(String key, String cacheControl, String json) {
        return work(() -> s3.get()
                        .putObject(
                                object -> object.bucket(bucket())
                                        .key(key)
                                        .contentType("application/json")
                                        .contentEncoding("gzip")
                                        .cacheControl(cacheControl)
                                        .overrideConfiguration(limit -> limit.apiCallTimeout(PATIENCE)),
                                RequestBody.fromBytes(gzip(json))))
                .replaceWithVoid();
    }

    public Uni<Optional<byte[]>> get(String key) {
        return work(() -> {
            try {
                return Optional.of(s3.get()
                        .getObjectAsBytes(object -> object.bucket(bucket())
                                .key(key)
                                .overrideConfiguration(limit -> limit.apiCallTimeout(PATIENCE)))
                        .asByteArrayUnsafe());
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            }
        });
    }

    /// Every key that begins so: a prefix of few objects.
    public Uni<List<String>> keys(String prefix) {
        return work(() ->
                s3.get().listObjectsV2Paginator(list -> list.bucket(bucket()).prefix(prefix)).contents().stream()
                        .map(S3Object::key)
                        .toList());
    }

    public Uni<Void> delete(List<String> keys) {
        return work(() -> {
                    for (var key : keys) {
                        s3.get().deleteObject(object -> object.bucket(bucket())
                                .key(key)
                                .overrideConfiguration(limit -> limit.apiCallTimeout(PATIENCE)));
                    }
                    return keys.size();
                })
                .replaceWithVoid();
    }

    private String bucket() {
        return bucket.orElseThrow(
                () -> new IllegalStateException("vitrine.media.bucket (VITRINE_MEDIA_BUCKET) is not set"));
    }

    /// The client blocks: its work is done on a worker thread.
    private static <T> Uni<T> work(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
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
}
