package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.FreePorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ObjectEventsPrecedeTheAnswerTest {

    private static final String BUCKET = S3Store.BUCKET;

    @TempDir
    Path folder;

    private final List<ObjectEvent> events = new ArrayList<>();
    private StoresOnThisMachine stores;
    private S3Client client;

    @BeforeEach
    void start() throws Exception {
        stores = new StoresOnThisMachine(folder, FreePorts.row());
        stores.start(stores.s3);
        client = stores.s3.client();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        stores.close();
    }

    @Test
    void everyWayToStoreOrRemoveAnObjectIsHeardOnce() {
        stores.s3.listen(events::add);
        put("a/b.json", "hello");
        assertEquals(List.of("ObjectCreated:Put a/b.json 5"), heard());

        client.copyObject(r -> r.sourceBucket(BUCKET)
                .sourceKey("a/b.json")
                .destinationBucket(BUCKET)
                .destinationKey("a/c.json"));
        String upload = client.createMultipartUpload(r -> r.bucket(BUCKET).key("a/d.bin"))
                .uploadId();
        String eTag = client.uploadPart(
                        r -> r.bucket(BUCKET).key("a/d.bin").uploadId(upload).partNumber(1),
                        RequestBody.fromString("part"))
                .eTag();
        client.completeMultipartUpload(r -> r.bucket(BUCKET)
                .key("a/d.bin")
                .uploadId(upload)
                .multipartUpload(m ->
                        m.parts(CompletedPart.builder().partNumber(1).eTag(eTag).build())));
        client.deleteObject(r -> r.bucket(BUCKET).key("a/b.json"));

        assertEquals(
                List.of(
                        "ObjectCreated:Put a/b.json 5",
                        "ObjectCreated:Copy a/c.json 5",
                        "ObjectCreated:CompleteMultipartUpload a/d.bin 4",
                        "ObjectRemoved:Delete a/b.json 0"),
                heard());
    }

    @Test
    void aListenerThatCannotTakeTheEventFailsThePut() {
        stores.s3.listen(event -> {
            throw new IllegalStateException("queue is down");
        });

        S3Exception failed = assertThrows(S3Exception.class, () -> put("a", "x"));

        assertEquals(500, failed.statusCode());
    }

    @Test
    void aRequestWithoutOurSignatureIsRefused() {
        S3Store impostor =
                new S3Store(folder, stores.s3.endpoint().getPort(), stores.secrets.s3AccessKey(), "a-guessed-secret");
        put("vod/private", "x");

        try (S3Client forged = impostor.client()) {
            S3Exception refused = assertThrows(
                    S3Exception.class,
                    () -> forged.getObjectAsBytes(r -> r.bucket(BUCKET).key("vod/private")));
            assertEquals(403, refused.statusCode());
        }
    }

    @Test
    void anObjectIsAPlainFileThatKeepsItsHeaders() {
        client.putObject(
                r -> r.bucket(BUCKET)
                        .key("vod/room/master.m3u8")
                        .contentType("application/vnd.apple.mpegurl")
                        .cacheControl("max-age=60"),
                RequestBody.fromString("#EXTM3U"));

        HeadObjectResponse head = client.headObject(r -> r.bucket(BUCKET).key("vod/room/master.m3u8"));

        assertEquals("application/vnd.apple.mpegurl", head.contentType());
        assertEquals("max-age=60", head.cacheControl());
        assertTrue(folder.resolve("s3/media/vod/room/master.m3u8").toFile().isFile());
    }

    private void put(String key, String text) {
        client.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString(text));
    }

    private List<String> heard() {
        return events.stream()
                .flatMap(e -> Stream.of(e.name() + " " + e.key() + " " + e.size()))
                .toList();
    }
}
