package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.local.FreePorts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class AFunctionReachesItsOwnBucketsOnlyTest {
    private static final Map<String, BucketAccess.Grant> GRANTS = Map.of(
            "function-shop", new BucketAccess.Grant("secret of the shop", Set.of("shop")),
            "function-chat", new BucketAccess.Grant("secret of chat", Set.of("media")));

    @TempDir
    Path folder;

    private int port;
    private S3Store store;

    @BeforeEach
    void start() throws Exception {
        port = FreePorts.row();
        store = new S3Store(
                folder,
                port,
                "owner",
                "secret of the owner",
                Set.of("media", "shop"),
                key -> Optional.ofNullable(GRANTS.get(key)));
        store.start();
    }

    @AfterEach
    void stop() throws Exception {
        store.stop();
    }

    private S3Client as(String accessKey, String secretKey) {
        return new S3Store(folder, port, accessKey, secretKey).client();
    }

    private static void put(S3Client client, String bucket) {
        client.putObject(r -> r.bucket(bucket).key("a"), RequestBody.fromString("x"));
    }

    private static void refused(S3Client client, String bucket) {
        assertEquals(
                403, assertThrows(S3Exception.class, () -> put(client, bucket)).statusCode());
    }

    @Test
    void itsOwnItReadsAndWrites() {
        try (var shop = as("function-shop", "secret of the shop")) {
            put(shop, "shop");
            assertEquals(
                    "x", shop.getObjectAsBytes(r -> r.bucket("shop").key("a")).asUtf8String());
        }
    }

    @Test
    void anothersItDoesNotReach() {
        try (var shop = as("function-shop", "secret of the shop");
                var chat = as("function-chat", "secret of chat")) {
            refused(shop, "media");
            refused(chat, "shop");
            assertEquals(403, assertThrows(S3Exception.class, shop::listBuckets).statusCode());
            assertEquals(
                    403,
                    assertThrows(
                                    S3Exception.class,
                                    () -> chat.copyObject(r -> r.sourceBucket("media")
                                            .sourceKey("a")
                                            .destinationBucket("shop")
                                            .destinationKey("b")))
                            .statusCode());
        }
    }

    @Test
    void aGuessedSecretAndAnUnknownKeyAreRefused() {
        try (var guessed = as("function-shop", "guessed");
                var unknown = as("function-nobody", "secret of the shop")) {
            refused(guessed, "shop");
            refused(unknown, "shop");
        }
    }
}
