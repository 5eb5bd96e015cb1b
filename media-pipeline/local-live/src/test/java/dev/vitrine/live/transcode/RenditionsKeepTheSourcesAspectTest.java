package dev.vitrine.live.transcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RenditionsKeepTheSourcesAspectTest {
    private final Ladder ladder = Ladder.named("standard");

    @Test
    void aWideSourceGetsThreeSizes() {
        assertEquals(List.of("1280x720", "960x540", "640x360"), sizes(1920, 1080));
    }

    @Test
    void aPhoneHeldUprightGetsThreeSizes() {
        assertEquals(List.of("720x1280", "540x960", "360x640"), sizes(1080, 1920));
    }

    @Test
    void aSmallSourceIsNotScaledUpAndNoSizeComesTwice() {
        assertEquals(List.of("854x480", "640x360"), sizes(854, 480));
        assertEquals(List.of("320x240"), sizes(320, 240));
        assertEquals(
                700_000,
                ladder.fit(new SourceFormat(320, 240, 30, false)).getFirst().bitsPerSecond());
    }

    @Test
    void anUnknownLadderIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> Ladder.named("none"));
    }

    @Property
    void everyRenditionIsEvenDistinctAndWithinTheSource(
            @ForAll @IntRange(min = 8, max = 2048) int halfWidth,
            @ForAll @IntRange(min = 8, max = 2048) int halfHeight) {
        SourceFormat source = new SourceFormat(halfWidth * 2, halfHeight * 2, 30, false);
        List<Rendition> renditions = ladder.fit(source);
        assertTrue(!renditions.isEmpty() && renditions.size() <= 3);
        assertEquals(renditions.size(), new HashSet<>(renditions).size());
        double aspect = (double) source.width() / source.height();
        for (Rendition each : renditions) {
            assertTrue(each.width() % 2 == 0 && each.height() % 2 == 0, each::toString);
            assertTrue(each.width() <= source.width() && each.height() <= source.height(), each::toString);
            double slack = aspect * 2.0 / Math.min(each.width(), each.height());
            assertEquals(aspect, (double) each.width() / each.height(), slack, each::toString);
        }
    }

    @Test
    void framesPerSecondAreWholeSoThatSegmentsAreExact() {
        assertEquals(30, SourceFormat.of(640, 360, 29.97, false).framesPerSecond());
        assertEquals(30, SourceFormat.of(640, 360, 60, false).framesPerSecond());
        assertEquals(25, SourceFormat.of(640, 360, 50, false).framesPerSecond());
        assertEquals(24, SourceFormat.of(640, 360, 23.976, false).framesPerSecond());
        assertEquals(30, SourceFormat.of(640, 360, 0, false).framesPerSecond());
    }

    private List<String> sizes(int width, int height) {
        return ladder.fit(new SourceFormat(width, height, 30, false)).stream()
                .map(each -> each.width() + "x" + each.height())
                .toList();
    }
}
