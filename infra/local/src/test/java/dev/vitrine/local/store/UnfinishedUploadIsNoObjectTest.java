package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.local.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

@SuppressWarnings("try") // a stop may be interrupted
class UnfinishedUploadIsNoObjectTest {

    private static final String UUID = "-9d1c39b0-51a2-4f5e-8a4e-1b4f4d1c7a10";

    @TempDir
    Path folder;

    @Test
    void whatAKillCutShortIsGoneAfterTheNextStartAndRealObjectsStay() throws Exception {
        int base = FreePorts.row();
        try (StoresOnThisMachine stores = new StoresOnThisMachine(folder, base)) {
            stores.start(stores.s3);
            try (S3Client client = stores.s3.client()) {
                client.putObject(
                        r -> r.bucket(S3Store.BUCKET).key("recordings/1.m4s" + UUID), RequestBody.fromString("whole"));
            }
        }
        Files.writeString(folder.resolve("s3/media/recordings/2.m4s" + UUID), "ha");

        try (StoresOnThisMachine stores = new StoresOnThisMachine(folder, base)) {
            stores.start(stores.s3);
            try (S3Client client = stores.s3.client()) {
                List<String> keys = client.listObjectsV2(r -> r.bucket(S3Store.BUCKET)).contents().stream()
                        .map(S3Object::key)
                        .toList();
                assertEquals(List.of("recordings/1.m4s" + UUID), keys);
            }
        }
    }
}
