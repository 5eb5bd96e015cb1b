package dev.vitrine.live.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.live.archive.StreamSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplaysAreDatedByTheShowTest {
    @Test
    void eachSegmentTellsWhenItWasOnAir() {
        var streams = List.of(
                new StreamSummary("a", "2026-12-01T10:00:00Z", 8_000, List.of()),
                new StreamSummary("b", "2026-12-01T10:01:00.500Z", 20_000, List.of()));
        assertEquals(
                List.of(
                        "#EXTM3U",
                        "#EXT-X-PROGRAM-DATE-TIME:2026-12-01T10:00:00Z",
                        "#EXTINF:6.000,",
                        "0-1.m4s",
                        "#EXT-X-PROGRAM-DATE-TIME:2026-12-01T10:00:06Z",
                        "#EXTINF:6.000,",
                        "0-2.m4s",
                        "#EXT-X-PROGRAM-DATE-TIME:2026-12-01T10:01:04.500Z",
                        "#EXTINF:3.5,",
                        "0-3.m4s",
                        "#EXT-X-ENDLIST"),
                ShowDates.dated(
                        List.of(
                                "#EXTM3U",
                                "#EXTINF:6.000,",
                                "#EXT-X-PROGRAM-DATE-TIME:2026-12-01T12:00:00.000+0000",
                                "0-1.m4s",
                                "#EXTINF:6.000,",
                                "0-2.m4s",
                                "#EXTINF:3.5,",
                                "0-3.m4s",
                                "#EXT-X-ENDLIST"),
                        streams));
    }
}
