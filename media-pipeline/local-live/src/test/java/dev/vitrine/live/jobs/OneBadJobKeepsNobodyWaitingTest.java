package dev.vitrine.live.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.live.Notifications;
import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.channel.Outbox;
import dev.vitrine.live.ffmpeg.Ffmpegs;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneBadJobKeepsNobodyWaitingTest {
    @TempDir
    Path folder;

    /// A store that fails for one show, as a store does that is away, and has nothing of the others.
    private static ObjectStore store() {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (_, _, arguments) -> {
                    if (arguments[0].toString().startsWith("bad")) {
                        throw new IllegalStateException("the store is away");
                    }
                    return Optional.empty();
                });
    }

    @Test
    void othersAreServedWhileItWaitsForItsNextAttempt() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        var outbox = new Outbox(folder.resolve("outbox"), new Notifications() {
            @Override
            public void stream(String json) {
                throw new AssertionError(json);
            }

            @Override
            public void job(String json) {
                told.add(json);
            }
        });
        var jobs = new Jobs(
                folder.resolve("jobs"), new ReplayRenderer(store(), Ffmpegs.shared(), folder.resolve("work")), outbox);
        outbox.start();
        jobs.start();
        try {
            jobs.submit(Job.submitted("bad", "room-1", "bad/recording.json", "vod/1/"));
            for (int i = 0; i < 5; i++) {
                jobs.submit(Job.submitted("good-" + i, "room-2", "good/recording.json", "vod/2/"));
                String answer = told.poll(10, TimeUnit.SECONDS);
                assertTrue(answer != null && answer.contains("good-" + i), "told: " + answer);
                Thread.sleep(300); // attempts of the bad one fall in between
            }
        } finally {
            jobs.stop();
            outbox.stop();
        }
    }

    @Test
    void eachAttemptWaitsFourTimesAsLong() {
        assertEquals(
                List.of(1L, 4L, 16L, 64L, 256L),
                IntStream.rangeClosed(1, 5)
                        .mapToObj(Jobs::waitAfter)
                        .map(Duration::toSeconds)
                        .toList());
    }
}
