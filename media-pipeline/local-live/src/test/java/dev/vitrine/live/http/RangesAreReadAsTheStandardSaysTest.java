package dev.vitrine.live.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RangesAreReadAsTheStandardSaysTest {
    @Test
    void rangesWithinTheFileAreCut() {
        assertEquals(part(0, 5), ask("bytes=0-4"));
        assertEquals(part(90, 100), ask("bytes=90-"));
        assertEquals(part(90, 100), ask("bytes=90-500"));
        assertEquals(part(93, 100), ask("bytes=-7"));
        assertEquals(part(0, 100), ask("bytes=-700"));
    }

    @Test
    void rangesOutsideCannotBeMet() {
        assertEquals(new ByteRange.Asked.Unmet(), ask("bytes=100-"));
        assertEquals(new ByteRange.Asked.Unmet(), ask("bytes=-0"));
        assertEquals(new ByteRange.Asked.Unmet(), ask("bytes=9-3"));
    }

    @Test
    void whatIsNotUnderstoodIsIgnored() {
        assertEquals(new ByteRange.Asked.Whole(), ask("bytes=-"));
        assertEquals(new ByteRange.Asked.Whole(), ask("bytes=0-1,5-6"));
        assertEquals(new ByteRange.Asked.Whole(), ask("lines=0-1"));
        assertEquals(new ByteRange.Asked.Whole(), ByteRange.parse(Optional.empty(), 100));
    }

    private static ByteRange.Asked ask(String header) {
        return ByteRange.parse(Optional.of(header), 100);
    }

    private static ByteRange.Asked part(long from, long to) {
        return new ByteRange.Asked.Part(new ByteRange(from, to));
    }
}
