package dev.vitrine.live.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vitrine.live.Await;
import dev.vitrine.live.Notifications;
import dev.vitrine.live.Warnings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesAreToldInOrderUntilTakenTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    private final Notifications queues = new Notifications() {
        @Override
        public void stream(String json) {
            take("stream " + json);
        }

        @Override
        public void job(String json) {
            take("job " + json);
        }

        private void take(String message) {
            if (away) {
                throw new IllegalStateException("the queue is away");
            }
            taken.add(message);
        }
    };

    @Test
    void anOutageDelaysAndLosesNothing() throws Exception {
        away = true;
        Outbox outbox = new Outbox(folder, queues);
        outbox.start();
        outbox.stream("1");
        outbox.job("2");
        outbox.stream("3");
        assertFalse(outbox.tryStream("figure"));
        away = false;
        Await.until("all told", LIMIT, () -> taken.size() == 3);
        assertEquals(List.of("stream 1", "job 2", "stream 3"), taken);
        outbox.stop();
    }

    @Test
    void aDiskThatFailedForAWhileIsNotTheEndOfTelling() throws Exception {
        away = true;
        Outbox outbox = new Outbox(folder.resolve("outbox"), queues);
        outbox.stream("1");
        Path aside = folder.resolve("aside");
        Files.move(folder.resolve("outbox"), aside); // what was noted cannot be read
        away = false;
        try (Warnings warnings = new Warnings()) {
            outbox.start();
            Await.until("it was tried", LIMIT, () -> warnings.count() > 0);
        }
        Files.move(aside, folder.resolve("outbox"));
        Await.until("all told", LIMIT, () -> taken.size() == 1);
        outbox.stop();
    }

    @Test
    void aRestartTellsWhatWasNotTaken() throws Exception {
        away = true;
        Outbox before = new Outbox(folder, queues);
        before.start();
        before.stream("1");
        before.stream("2");
        before.stop();
        away = false;
        Outbox after = new Outbox(folder, queues);
        after.stream("3");
        after.start();
        Await.until("all told", LIMIT, () -> taken.size() == 3);
        assertEquals(List.of("stream 1", "stream 2", "stream 3"), taken);
        after.stop();
    }
}
