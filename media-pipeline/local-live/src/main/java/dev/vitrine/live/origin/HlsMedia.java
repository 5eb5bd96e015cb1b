package dev.vitrine.live.origin;

import dev.vitrine.live.transcode.Timing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/// The media playlist of a rendition (RFC 8216bis, 4.4.3 to 4.4.5 and appendix B: low latency).
///
/// A part is a resource of its own, `17.2.m4s`, so that a CDN keeps and collapses it as any other file.
final class HlsMedia {
    /// Parts are named in the newest segments only; older ones are played whole (RFC 8216bis, B.2 asks for at least
    /// three target durations).
    static final int SEGMENTS_WITH_PARTS = 4;
    /// Distance from the live edge in parts: the specification advises three at least. With three Shaka stalled six
    /// times in 12 s on a loaded machine.
    private static final double HOLD_BACK_PARTS = 5;

    /// With so much of a segment made no further part of it is promised: a hint that fails stops some players.
    private static final double FULL_SECONDS = Timing.SEGMENT.toMillis() / 1000.0 - 0.05;

    private final StringBuilder out = new StringBuilder();

    private HlsMedia() {}

    static String render(LiveStream.View stream, Track track) {
        return new HlsMedia().write(stream, track);
    }

    private String write(LiveStream.View stream, Track track) {
        double partTarget = track.plan().chunkSeconds();
        line("#EXTM3U");
        line("#EXT-X-VERSION:9");
        line("#EXT-X-TARGETDURATION:%d", Timing.SEGMENT.toSeconds());
        line(
                "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=%.3f",
                Math.ceil(partTarget * HOLD_BACK_PARTS * 1000) / 1000);
        line("#EXT-X-PART-INF:PART-TARGET=%.5f", Math.ceil(partTarget * 100_000) / 100_000);
        Map<Integer, Segment> window = track.window();
        int first = window.keySet().stream().findFirst().orElse(1);
        line("#EXT-X-MEDIA-SEQUENCE:%d", first);
        line("#EXT-X-MAP:URI=\"init.mp4\"");
        int edge = track.edge();
        for (int number = first; number <= edge; number++) {
            Segment segment = window.get(number);
            if (segment == null) {
                gap(number);
            } else if (!segment.parts().isEmpty()) {
                boolean withParts = !stream.ended() && number > edge - SEGMENTS_WITH_PARTS;
                segment(track, number, segment, stream.mediaStart(), withParts);
            }
        }
        if (stream.ended()) {
            line("#EXT-X-ENDLIST");
        } else {
            hint(track, edge);
            reports(stream, track);
        }
        return out.toString();
    }

    private void segment(Track track, int number, Segment segment, Instant mediaStart, boolean withParts) {
        long offsetMillis = Math.round(track.seconds(segment.decodeTime()) * 1000);
        line("#EXT-X-PROGRAM-DATE-TIME:%s", mediaStart.plusMillis(offsetMillis).truncatedTo(ChronoUnit.MILLIS));
        if (withParts) {
            for (int i = 0; i < segment.parts().size(); i++) {
                Fragment media = segment.parts().get(i).media();
                line(
                        "#EXT-X-PART:DURATION=%.5f,URI=\"%d.%d.m4s\"%s",
                        track.seconds(media.duration()), number, i, media.independent() ? ",INDEPENDENT=YES" : "");
            }
        }
        if (segment.isComplete()) {
            line("#EXTINF:%.5f,", track.seconds(segment.duration()));
            line("%d.m4s", number);
        }
    }

    /// A segment that was lost keeps its number, or every later one would get that of the one before it (4.4.4.7).
    private void gap(int number) {
        line("#EXT-X-GAP");
        line("#EXTINF:%.5f,", Timing.SEGMENT.toMillis() / 1000.0);
        line("%d.m4s", number);
    }

    private void hint(Track track, int edge) {
        Segment growing = track.segment(edge).orElse(null);
        boolean open = growing != null && !growing.isComplete() && track.seconds(growing.duration()) < FULL_SECONDS;
        line(
                "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"%d.%d.m4s\"",
                open ? edge : edge + 1, open ? growing.parts().size() : 0);
    }

    private void reports(LiveStream.View stream, Track self) {
        for (Track track : stream.tracks()) {
            int edge = track.edge();
            int parts =
                    track.segment(edge).map(segment -> segment.parts().size()).orElse(0);
            if (track != self && parts > 0) {
                line(
                        "#EXT-X-RENDITION-REPORT:URI=\"../%s/media.m3u8\",LAST-MSN=%d,LAST-PART=%d",
                        track.plan().name(), edge, parts - 1);
            }
        }
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
