package dev.vitrine.chat.bench.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FramesCarryWhenTheyWereSentTest {
    private static final int LONGEST_DANMAKU = 100;
    private final SplittableRandom random = new SplittableRandom(4);

    @Test
    void aMarkSurvivesItsText() {
        var mark = new Mark(3, System.nanoTime());

        assertEquals(Optional.of(mark), Mark.of(mark.text(random)));
        assertTrue(mark.text(random).length() <= LONGEST_DANMAKU);
    }

    @Test
    void whatOthersSayHasNoMark() {
        assertEquals(Optional.empty(), Mark.of("hello"));
        assertEquals(Optional.empty(), Mark.of("#1 in sales. really"));
        assertEquals(Optional.empty(), Mark.of(""));
    }

    @Test
    void aBatchOfTheContractIsRead() {
        var mark = new Mark(1, System.nanoTime());
        var text = """
                {"type":"batch","room":"r","after":4,"until":7,"items":[
                {"seq":5,"kind":"danmaku","text":"%s"},{"seq":7,"kind":"likes","count":3,"total":9}]}""".formatted(mark.text(random));
        var reader = new FrameReader();

        var heard = reader.batch(text);

        assertEquals(4, heard.after());
        assertEquals(7, heard.until());
        assertEquals(5, heard.items().getFirst().seq());
        assertEquals(Optional.of(mark), heard.items().getFirst().mark());
        assertEquals(Optional.empty(), heard.items().getLast().mark());
        assertSame(heard, reader.batch(new String(text.toCharArray())));
    }

    @Test
    void whatPeersCarryIsReadAsOneItem() {
        var mark = new Mark(1, System.nanoTime());

        var heard = new FrameReader().item(PeerItems.danmaku(mark.text(random)));

        assertEquals(1, heard.items().size());
        assertEquals(Optional.of(mark), heard.items().getFirst().mark());
    }
}
