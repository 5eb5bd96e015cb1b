package dev.vitrine.live.channel;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vitrine.live.Await;
import dev.vitrine.live.TestBucket;
import dev.vitrine.live.Warnings;
import dev.vitrine.live.archive.Archive;
import dev.vitrine.live.archive.Spool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ADiskThatFailedIsNotTheEndOfClosingTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void whatEndedMeanwhileIsClosedAfterwards() throws Exception {
        Path channels = folder.resolve("channels");
        try (TestBucket bucket = new TestBucket(folder.resolve("s3"));
                Warnings warnings = new Warnings()) {
            Registry registry = new Registry(channels);
            registry.prepare("one");
            registry.change("one", ChannelRecord::asEnded);
            Spool spool = new Spool(folder.resolve("spool"), bucket.store(), Spool.MAX_BYTES);
            Closing closing = new Closing(registry, new Archive(spool, bucket.store()));
            Path aside = Files.move(channels, folder.resolve("aside")); // nothing can be written

            closing.start();
            closing.wake("one");
            Await.until("it was tried", LIMIT, () -> warnings.count() > 0);
            Files.move(aside, channels);

            Await.until("the recording is closed", LIMIT, () -> !registry.find("one")
                    .orElseThrow()
                    .open());
            assertFalse(registry.find("one").orElseThrow().open());
            closing.stop();
        }
    }
}
