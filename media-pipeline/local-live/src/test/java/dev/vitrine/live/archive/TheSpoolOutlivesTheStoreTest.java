package dev.vitrine.live.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.live.Await;
import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.TestBucket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheSpoolOutlivesTheStoreTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void whatCameWhileTheStoreWasAwayIsStoredWhenItIsBack() throws Exception {
        Path objects = folder.resolve("s3");
        TestBucket first = new TestBucket(objects);
        ObjectStore away = first.store();
        first.close();
        Spool before = new Spool(folder.resolve("spool"), away, Spool.MAX_BYTES);
        before.start();
        before.put("recordings/c/s/720p/1.m4s", bytes("one"));
        before.put("recordings/c/s/720p/2.m4s", bytes("two"));
        assertEquals(6, before.waitingBytes());
        before.stop();

        try (TestBucket back = new TestBucket(objects)) {
            Spool after = new Spool(folder.resolve("spool"), back.store(), Spool.MAX_BYTES);
            after.start();
            after.awaitStored("recordings/c/s/");
            assertArrayEquals(
                    bytes("two"),
                    back.store().get("recordings/c/s/720p/2.m4s").orElseThrow().bytes());
            Await.until("the spool is empty", LIMIT, () -> after.waitingBytes() == 0);
            after.stop();
        }
    }

    @Test
    void aFullSpoolRefusesAndCounts() throws Exception {
        try (TestBucket bucket = new TestBucket(folder.resolve("s3"))) {
            Spool spool = new Spool(folder.resolve("spool"), bucket.store(), 5);
            spool.put("recordings/c/s/720p/1.m4s", bytes("one"));
            spool.put("recordings/c/s/720p/2.m4s", bytes("two"));
            assertEquals(1, spool.refused());
            assertTrue(spool.waitingBytes() <= 5);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
