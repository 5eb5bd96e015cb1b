package dev.vitrine.chat.bench.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReaderKnowsWhatIsMissingTest {
    private static final long NOW = System.nanoTime();

    @Test
    void aBatchThatFollowsOnIsNext() {
        var cursor = new Cursor(10);

        assertEquals(Cursor.Step.NEXT, cursor.take(10, 12));
        assertEquals(12, cursor.at());
    }

    @Test
    void aBatchThatOverlapsIsNextAsWell() {
        assertEquals(Cursor.Step.NEXT, new Cursor(10).take(8, 12));
    }

    @Test
    void aBatchThatWasSeenIsARepeatAndMovesNothing() {
        var cursor = new Cursor(10);

        assertEquals(Cursor.Step.REPEAT, cursor.take(8, 10));
        assertEquals(10, cursor.at());
    }

    @Test
    void aBatchThatBeginsAboveTheCursorIsAGapAndIsCountedOnce() {
        var cursor = new Cursor(10);

        assertEquals(Cursor.Step.GAP, cursor.take(11, 13));
        assertEquals(Cursor.Step.NEXT, cursor.take(13, 14));
    }

    @Test
    void whatOneSeatNeverShowedIsLostWhateverTheNumbersSay() {
        var tally = new Tally();
        tally.begin();
        tally.open(NOW);
        var first = tally.say(NOW);
        var second = tally.say(NOW);
        tally.accepted(2);
        tally.accepted(2);

        tally.heard(batch(0, 2, first, second), new Cursor(0), NOW);
        tally.heard(batch(0, 2, first), new Cursor(0), NOW); // the numbers claim that nothing is missing
        tally.close(NOW + 1);

        assertFalse(tally.settled());
        assertEquals(1, tally.outcome().lost());
        assertEquals(0, tally.outcome().gaps());
    }

    @Test
    void whatIsShownTwiceCountsOnce() {
        var tally = new Tally();
        tally.begin();
        tally.open(NOW);
        var said = tally.say(NOW);
        tally.accepted(1);
        var cursor = new Cursor(0);

        tally.heard(batch(0, 1, said), cursor, NOW);
        tally.heard(batch(0, 1, said), cursor, NOW);
        tally.close(NOW + 1);

        assertTrue(tally.settled());
        assertEquals(0, tally.outcome().lost());
        assertEquals(1, tally.outcome().repeats());
        assertEquals(1, tally.outcome().counts().items());
        assertEquals(2, tally.outcome().counts().frames());
    }

    @Test
    void whatWasSaidInAnEarlierRunCountsInNone() {
        var tally = new Tally();
        tally.begin();
        var late = tally.say(NOW);
        tally.begin();
        tally.open(NOW);
        tally.heard(batch(0, 1, late), new Cursor(0), NOW);
        tally.close(NOW + 1);

        assertEquals(0, tally.outcome().latency().count());
    }

    @Test
    void aStretchIsDenseWhenEveryNumberIsThere() {
        assertTrue(numbers(4, 6, 5, 6).dense());
        assertTrue(numbers(4, 4).dense());
        assertFalse(numbers(4, 6, 6).dense());
        assertFalse(numbers(4, 6, 5).dense());
        assertFalse(numbers(4, 6, 5, 5, 6).dense());
    }

    private static Heard batch(long after, long until, Mark... marks) {
        var items = LongStream.range(0, marks.length)
                .mapToObj(i -> new Heard.Shown(after + 1 + i, Optional.of(marks[(int) i])))
                .toList();
        return new Heard(after, until, items, true, 100);
    }

    private static Heard numbers(long after, long until, long... seqs) {
        var items = Arrays.stream(seqs)
                .mapToObj(seq -> new Heard.Shown(seq, Optional.empty()))
                .toList();
        return new Heard(after, until, items, true, 100);
    }
}
