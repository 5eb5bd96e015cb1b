package dev.vitrine.chat.bench.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class TheFilterAloneIsHeldToTheLimitTest {
    @Test
    void aFilterAboveItMissesIt() {
        assertTrue(Limit.met("judged", 50));
        assertFalse(Limit.met("judged", 50.01));
    }

    @Test
    void aPeerMayTakeLonger() {
        assertTrue(Limit.met("regularExpressionOfFew", 3_000));
    }

    @Test
    void whatIsHeldToItIsABenchmark() {
        var held = Arrays.stream(FilterBenchmark.class.getMethods())
                .filter(method -> method.getName().equals(Limit.HELD) && method.isAnnotationPresent(Benchmark.class))
                .count();
        assertEquals(1, held);
    }
}
