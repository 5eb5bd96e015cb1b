package dev.vitrine.live.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MalformedMediaIsRefusedAndNothingElseTest {
    private static final int MAX = 1 << 20;

    @Test
    void partsAreFoundHoweverTheBytesArrive() {
        byte[] segment = Samples.segment(1);
        List<Part> whole = new PartScanner(MAX).scan(ByteBuffer.wrap(segment));
        PartScanner scanner = new PartScanner(MAX);
        List<Part> byPieces = new ArrayList<>();
        for (int end = 1; end <= segment.length; end += 97) {
            byPieces.addAll(scanner.scan(ByteBuffer.wrap(segment, 0, end).slice()));
        }
        byPieces.addAll(scanner.scan(ByteBuffer.wrap(segment)));
        assertEquals(whole, byPieces);
        assertEquals(6, whole.size());
        assertEquals(0, whole.getFirst().offset());
        assertEquals(segment.length, whole.getLast().offset() + whole.getLast().length());
        assertTrue(whole.getFirst().media().independent());
        SegmentTimes times = SegmentTimes.of(InitSegment.parse(Samples.init()), Samples.segment(2));
        assertEquals(2.0, times.start(), 0.001);
        assertEquals(4.0, times.end(), 0.001);
    }

    @Test
    void aHeaderTellsItsCodecAndSize() {
        InitSegment init = InitSegment.parse(Samples.init());
        assertEquals(InitSegment.Kind.VIDEO, init.kind());
        assertEquals("320x240", init.width() + "x" + init.height());
        assertTrue(init.codec().matches("avc1\\.42c0[0-9a-f]{2}"), init.codec());
    }

    @Property(tries = 2000)
    void aMutatedSegmentIsReadOrRefused(@ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int mutations) {
        byte[] bytes = mutated(Samples.segment(1), random, mutations);
        try {
            new PartScanner(MAX).scan(ByteBuffer.wrap(bytes));
        } catch (MalformedMedia e) {
            assertTrue(e.getMessage().length() > 3);
        }
    }

    @Property(tries = 2000)
    void aMutatedHeaderIsReadOrRefused(@ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int mutations) {
        byte[] bytes = mutated(Samples.init(), random, mutations);
        try {
            InitSegment.parse(bytes);
        } catch (MalformedMedia e) {
            assertTrue(e.getMessage().length() > 3);
        }
    }

    /// Changes bytes near the front, where the boxes are, and sometimes cuts the end off.
    private static byte[] mutated(byte[] original, Random random, int mutations) {
        byte[] bytes = original.clone();
        for (int i = 0; i < mutations; i++) {
            bytes[random.nextInt(Math.min(bytes.length, 2_000))] = (byte) random.nextInt();
        }
        return random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
}
