package dev.vitrine.local.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.catalog.Schedule;
import dev.vitrine.local.fixture.Eventually;
import dev.vitrine.local.runtime.InvocationResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimerTest {
    private static final Schedule OFTEN = new Schedule.Rate(Duration.ofMillis(20));

    @Test
    void theEventIsEventBridges() throws IOException {
        var event = new JsonMapper().readTree(Timer.event("rooms-heal", Instant.parse("2026-11-22T10:00:00.5Z")));

        assertEquals("Scheduled Event", event.get("detail-type").asText());
        assertEquals("aws.events", event.get("source").asText());
        assertEquals("2026-11-22T10:00:00Z", event.get("time").asText());
        assertEquals(
                "arn:aws:events:us-east-1:000000000000:rule/rooms-heal",
                event.at("/resources/0").asText());
    }

    @Test
    void firesDueWhileTheFunctionWorksAreNotQueued() {
        var gate = new Semaphore(0);
        var started = new AtomicInteger();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        try (var timer = new Timer(
                "f",
                OFTEN,
                (_, _, _) -> {
                    started.incrementAndGet();
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    gate.acquireUninterruptibly();
                    atOnce.decrementAndGet();
                    return new InvocationResult.Answered("r", new byte[0]);
                },
                Clock.systemUTC())) {
            Eventually.holds("the first fire", () -> started.get() == 1);
            gate.release();
            Eventually.holds("one more, not all that were missed", () -> started.get() == 2);
            assertEquals(1, most.get());
            gate.release(1_000);
        }
    }

    @Test
    void aFailureDoesNotStopTheTimer() {
        var fires = new AtomicInteger();
        try (var timer = new Timer(
                "f",
                OFTEN,
                (_, _, _) -> {
                    if (fires.incrementAndGet() == 1) {
                        throw new IllegalStateException("broken once");
                    }
                    return new InvocationResult.Throttled("f");
                },
                Clock.systemUTC())) {
            Eventually.holds("it goes on", () -> fires.get() > 2);
        }
        assertTrue(fires.get() > 2);
    }
}
