package dev.vitrine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpreadOfDurationsTest {
    @Test
    void aPercentileIsTheNearestRank() {
        var spread = new Spread();
        for (var millis = 1; millis <= 100; millis++) {
            spread.add(millis);
        }

        assertEquals(50, spread.percentile(50));
        assertEquals(99, spread.percentile(99));
        assertEquals(100, spread.percentile(100));
        assertEquals(1, spread.percentile(0.5));
    }

    @Test
    void aMillionReadersAreOneCount() {
        var spread = new Spread();
        spread.add(10, 990_000);
        spread.add(20.5, 10_000);

        assertEquals(10, spread.percentile(99));
        assertEquals(20.5, spread.percentile(99.1));
        assertEquals(1_000_000, spread.count());
    }

    @Test
    void whatIsLongerThanTheLongestCountsAsThat() {
        var spread = new Spread();
        spread.add(1e9);
        spread.add(-3); // two clocks disagree

        assertEquals(Spread.LONGEST_MILLIS, spread.percentile(100));
        assertEquals(0, spread.percentile(50));
    }

    @Test
    void ofNothingThereIsNone() {
        assertTrue(Double.isNaN(new Spread().percentile(50)));
        assertThrows(IllegalArgumentException.class, () -> new Spread().percentile(0));
    }
}
