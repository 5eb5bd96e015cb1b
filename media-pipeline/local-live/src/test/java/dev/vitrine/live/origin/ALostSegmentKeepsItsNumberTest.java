package dev.vitrine.live.origin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.manifests.ManifestWatch;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A transfer from the transcoder that broke off is told as a gap (RFC 8216bis, 4.4.4.7): what follows keeps its
/// numbers.
class ALostSegmentKeepsItsNumberTest {
    private static final TrackPlan PLAN = new TrackPlan("240p", 0.334, 300_000, 30);

    private final ManifestWatch manifests = new ManifestWatch();
    private final LiveStream stream = new LiveStream(
            "room",
            "stream-1",
            List.of(PLAN),
            InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
            Samples.NOBODY);

    @Test
    void aGapStandsInItsPlace() {
        stream.storeInit(PLAN.name(), Samples.init());
        whole(1, Samples.segment(1));
        Segment lost = stream.openSegment(PLAN.name(), 2);
        stream.closeSegment(PLAN.name(), 2, lost);
        playlist();
        whole(3, Samples.segment(2));
        String told = playlist();
        assertTrue(told.contains("1.m4s\n#EXT-X-GAP\n#EXTINF:2.00000,\n2.m4s\n#EXT-X-PROGRAM-DATE-TIME:"), told);
        assertTrue(told.contains("\n3.m4s\n"), told);
    }

    private void whole(int number, byte[] bytes) {
        Segment segment = stream.openSegment(PLAN.name(), number);
        stream.append(PLAN.name(), segment, bytes, bytes.length);
        stream.completeSegment(PLAN.name(), number, segment);
        stream.closeSegment(PLAN.name(), number, segment);
    }

    private String playlist() {
        String text = stream.read(
                view -> HlsMedia.render(view, view.track(PLAN.name()).orElseThrow()));
        manifests.look(
                URI.create("http://edge/live/room/stream-1/240p/media.m3u8"), "application/vnd.apple.mpegurl", text);
        return text;
    }
}
