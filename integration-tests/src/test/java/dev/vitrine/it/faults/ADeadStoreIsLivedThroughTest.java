package dev.vitrine.it.faults;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Processes;
import dev.vitrine.it.support.SharedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Stores that end again and again, or that hang: each is started again for ever, and what was acknowledged
/// is there.
class ADeadStoreIsLivedThroughTest {
    /// More than once was the last.
    private static final int KILLS = 8;

    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(20);
    /// Shorter than what it takes to be given up for dead.
    private static final Duration HALT = Duration.ofSeconds(4);

    private static final Cloud cloud = Cloud.start(SharedCloud.folder().resolve("dead-store"));

    @AfterAll
    static void stop() {
        cloud.close();
    }

    private static List<ProcessHandle> servers() {
        return Stream.concat(Processes.postgres(cloud).stream(), Processes.redis(cloud).stream())
                .toList();
    }

    private static JsonNode part(String key) {
        for (var part :
                cloud.asGuest().get("/local/functions").expect(200).json().path("parts")) {
            if (part.path("part").asText().equals(key)) {
                return part;
            }
        }
        throw new AssertionError("no part " + key);
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add("" + process.pid()));
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }

    @Test
    void killedAgainAndAgainItComesBackEachTime() throws Exception {
        try (var people = new People(cloud, "killed-store")) {
            long last = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                var postmaster = Processes.postgres(cloud).getFirst();
                var redis = Processes.redis(cloud).getFirst();
                postmaster.destroyForcibly();
                redis.destroyForcibly();
                last = System.nanoTime();
                eventually(
                        "both run again after kill " + kill,
                        BACK_WITHIN,
                        ADeadStoreIsLivedThroughTest::servers,
                        now -> !now.contains(postmaster)
                                && !now.contains(redis)
                                && Processes.postgres(cloud).size() > 1
                                && !Processes.redis(cloud).isEmpty());
            }
            people.areWholeWithin(People.WHOLE_WITHIN, last);
            people.findAllThatWasAcknowledged();
            assertTrue(part("redis").path("outages").asInt() > 0);
        }
    }

    @Test
    void stoppedForAShortWhileItGoesOn() throws Exception {
        try (var people = new People(cloud, "halted-store")) {
            var postmaster = Processes.postgres(cloud).getFirst();
            var redis = Processes.redis(cloud).getFirst();
            var halted = servers();
            signal("STOP", halted);
            LockSupport.parkNanos(HALT.toNanos());
            signal("CONT", halted);
            people.areWholeWithin(People.WHOLE_WITHIN, System.nanoTime());
            people.findAllThatWasAcknowledged();
            assertTrue(postmaster.isAlive() && redis.isAlive(), "nobody was killed for a short halt");
        }
    }

    @Test
    void stoppedForEverItIsKilledAndStartedAgain() throws Exception {
        try (var people = new People(cloud, "frozen-store")) {
            var frozen = servers();
            signal("STOP", frozen);
            eventually(
                    "nothing of it is left",
                    TOLD_WITHIN,
                    () -> frozen.stream().filter(ProcessHandle::isAlive).toList(),
                    List::isEmpty);
            people.areWholeWithin(People.WHOLE_WITHIN, System.nanoTime());
            people.findAllThatWasAcknowledged();
            var console = Files.readString(cloud.log());
            assertTrue(console.contains("PostgreSQL is down: "), console);
            assertTrue(console.contains("PostgreSQL is back after "), console);
            assertTrue(console.contains("Redis is back after "), console);
        }
    }
}
