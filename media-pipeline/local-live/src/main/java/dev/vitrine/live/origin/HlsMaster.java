package dev.vitrine.live.origin;

import java.util.Locale;

/// The multivariant playlist (RFC 8216bis, 4.4.6): renditions of the picture, one group of sound.
final class HlsMaster {
    private HlsMaster() {}

    /// @param base what leads from the playlist's address to the stream's folder, with a closing slash or empty
    static String render(LiveStream.View stream, String base) {
        Track sound = stream.track(TrackPlan.AUDIO).orElseThrow();
        String soundCodec = sound.init().orElseThrow().codec();
        StringBuilder out = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        out.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"sound\",NAME=\"sound\",DEFAULT=YES,AUTOSELECT=YES,")
                .append("CHANNELS=\"2\",URI=\"%s%s/media.m3u8\"\n".formatted(base, TrackPlan.AUDIO));
        for (Track track : stream.tracks()) {
            TrackPlan plan = track.plan();
            if (plan.video()) {
                InitSegment init = track.init().orElseThrow();
                int bandwidth = plan.bitsPerSecond() + sound.plan().bitsPerSecond();
                out.append(String.format(
                        Locale.ROOT,
                        "#EXT-X-STREAM-INF:BANDWIDTH=%d,CODECS=\"%s,%s\",RESOLUTION=%dx%d,FRAME-RATE=%.3f,AUDIO=\"sound\"%n",
                        bandwidth,
                        init.codec(),
                        soundCodec,
                        init.width(),
                        init.height(),
                        (double) plan.framesPerSecond()));
                out.append(base).append(plan.name()).append("/media.m3u8\n");
            }
        }
        return out.toString();
    }
}
