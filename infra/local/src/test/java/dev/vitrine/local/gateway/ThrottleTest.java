package dev.vitrine.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrottleTest {
    private final AtomicLong nanos = new AtomicLong();

    private Throttle throttle(double sourceRate, double sourceBurst, double rate, double burst) {
        return new Throttle(new ThrottleSettings(sourceRate, sourceBurst, rate, burst), nanos::get);
    }

    @Test
    void aSourceHasItsBurstAndThenItsRate() {
        var throttle = throttle(2, 3, 100, 100);
        for (var i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), throttle.refuse("a"));
        }
        assertEquals(Optional.of(Duration.ofMillis(500)), throttle.refuse("a"));
        assertEquals(Optional.empty(), throttle.refuse("b"));

        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        assertEquals(Optional.empty(), throttle.refuse("a"));
        assertTrue(throttle.refuse("a").isPresent());
    }

    @Test
    void allSourcesTogetherHaveABoundToo() {
        var throttle = throttle(100, 100, 1, 2);

        assertEquals(Optional.empty(), throttle.refuse("a"));
        assertEquals(Optional.empty(), throttle.refuse("b"));
        assertTrue(throttle.refuse("c").isPresent());
    }

    @Test
    void whoIsRefusedIsToldWhenToComeBack(@TempDir Path folder) throws Exception {
        var limits = new ThrottleSettings(0.1, 1, 100, 100);
        try (var edge = new AnEdge(folder, limits, (_, _, _) -> AnEdge.answered("{}"))) {
            assertEquals(200, edge.get("/v1/rooms").statusCode());
            var refused = edge.get("/v1/rooms");

            assertEquals(429, refused.statusCode());
            assertEquals("10", refused.headers().firstValue("retry-after").orElse(""));
            assertEquals(
                    "/problems/too-many-requests",
                    AnEdge.json(refused).get("type").asText());
        }
    }
}
