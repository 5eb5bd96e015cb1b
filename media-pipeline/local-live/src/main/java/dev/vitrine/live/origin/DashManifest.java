package dev.vitrine.live.origin;

import dev.vitrine.live.transcode.Timing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The low-latency DASH manifest (ISO/IEC 23009-1; DASH-IF Low-latency Modes for DASH).
///
/// Segments are numbered and of one length, so that a player may ask for the one that is being made: it
/// is available from its first chunk (`availabilityTimeOffset`). What a channel's stable address
/// answers names the lasting one (`Location`): who reads it again follows this stream to its end, not
/// the next one. There, all addresses are relative.
final class DashManifest {
    /// How far behind the newest moment players should stay, in milliseconds.
    private static final int LATENCY_TARGET_MILLIS = 1_200;
    private static final int LATENCY_MIN_MILLIS = 500;
    /// Past this a player catches up by playing a little faster; none is asked to play slower.
    private static final int LATENCY_MAX_MILLIS = 2_000;

    private final StringBuilder out = new StringBuilder();

    private DashManifest() {}

    /// @param folder absolute address of the stream's folder with a closing slash, if this is not the
    /// manifest in it
    /// @param timeAddress where players read the origin's clock
    static String render(LiveStream.View stream, Optional<String> folder, String timeAddress, Instant now) {
        return new DashManifest().write(stream, folder, timeAddress, now);
    }

    private String write(LiveStream.View stream, Optional<String> folder, String timeAddress, Instant now) {
        double end = StreamSupport.stream(stream.tracks().spliterator(), false)
                .mapToDouble(Track::endSeconds)
                .max()
                .orElse(0);
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line("<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" profiles=\"urn:mpeg:dash:profile:isoff-live:2011\"");
        line("  type=\"dynamic\" availabilityStartTime=\"%s\"", stream.mediaStart());
        line("  publishTime=\"%s\"", now.truncatedTo(ChronoUnit.MILLIS));
        line(
                stream.ended() ? "  mediaPresentationDuration=\"PT%.3fS\"" : "  minimumUpdatePeriod=\"PT%.0fS\"",
                stream.ended() ? end : (double) Timing.SEGMENT.toSeconds());
        line("  minBufferTime=\"PT1S\" maxSegmentDuration=\"PT%dS\"", Timing.SEGMENT.toSeconds());
        line(
                "  timeShiftBufferDepth=\"PT%dS\" suggestedPresentationDelay=\"PT%.3fS\">",
                Track.WINDOW_SEGMENTS * Timing.SEGMENT.toSeconds(), LATENCY_TARGET_MILLIS / 1000.0);
        folder.ifPresent(address -> line("  <BaseURL>%s</BaseURL>", address));
        folder.ifPresent(address -> line("  <Location>%smanifest.mpd</Location>", address));
        line("  <ServiceDescription id=\"0\">");
        line(
                "    <Latency target=\"%d\" min=\"%d\" max=\"%d\"/>",
                LATENCY_TARGET_MILLIS, LATENCY_MIN_MILLIS, LATENCY_MAX_MILLIS);
        line("    <PlaybackRate min=\"1.00\" max=\"1.10\"/>");
        line("  </ServiceDescription>");
        line("  <Period id=\"0\" start=\"PT0S\">");
        line("    <AdaptationSet id=\"0\" contentType=\"video\" mimeType=\"video/mp4\" segmentAlignment=\"true\"");
        line("      startWithSAP=\"1\">");
        stream.tracks().forEach(track -> {
            if (track.plan().video()) {
                picture(track);
            }
        });
        line("    </AdaptationSet>");
        line("    <AdaptationSet id=\"1\" contentType=\"audio\" mimeType=\"audio/mp4\" segmentAlignment=\"true\"");
        line("      startWithSAP=\"1\">");
        sound(stream.track(TrackPlan.AUDIO).orElseThrow());
        line("    </AdaptationSet>");
        line("  </Period>");
        line("  <UTCTiming schemeIdUri=\"urn:mpeg:dash:utc:http-iso:2014\" value=\"%s\"/>", timeAddress);
        line("</MPD>");
        return out.toString();
    }

    private void picture(Track track) {
        InitSegment init = track.init().orElseThrow();
        line(
                "      <Representation id=\"%s\" codecs=\"%s\" bandwidth=\"%d\" width=\"%d\" height=\"%d\""
                        + " frameRate=\"%d\" sar=\"1:1\">",
                track.plan().name(),
                init.codec(),
                track.plan().bitsPerSecond(),
                init.width(),
                init.height(),
                track.plan().framesPerSecond());
        template(track);
    }

    private void sound(Track track) {
        line(
                "      <Representation id=\"%s\" codecs=\"%s\" bandwidth=\"%d\" audioSamplingRate=\"%d\">",
                track.plan().name(),
                track.init().orElseThrow().codec(),
                track.plan().bitsPerSecond(),
                Timing.AUDIO_RATE);
        line("        <AudioChannelConfiguration"
                + " schemeIdUri=\"urn:mpeg:dash:23003:3:audio_channel_configuration:2011\" value=\"2\"/>");
        template(track);
    }

    private void template(Track track) {
        line(
                "        <SegmentTemplate timescale=\"1000\" duration=\"%d\" startNumber=\"1\"",
                Timing.SEGMENT.toMillis());
        line(
                "          availabilityTimeOffset=\"%.3f\" availabilityTimeComplete=\"false\"",
                Timing.SEGMENT.toMillis() / 1000.0 - track.plan().chunkSeconds());
        line("          initialization=\"$RepresentationID$/init.mp4\" media=\"$RepresentationID$/$Number$.m4s\"/>");
        line("      </Representation>");
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
