package dev.vitrine.live.transcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// ffmpeg's arguments for one live stream: FLV on standard input, CMAF chunks PUT below an address of the origin.
///
/// Output streams are numbered: the renditions in ladder order, then the sound. File names hold that number:
/// `init-0.mp4`, `0-17.m4s`.
record TranscodeCommand(SourceFormat source, List<Rendition> renditions, String target) {
    /// Samples a second by which sound is stretched to follow its timestamps: more than the conformer pulls.
    private static final int STRETCH = 3_000;

    private static final String PROBE_BYTES = "1000000";
    private static final String PROBE_MICROS = "1000000";
    /// ffmpeg deletes what leaves this window; the origin keeps its own and only answers the DELETE.
    private static final String WINDOW_SEGMENTS = "5";

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-loglevel", "warning", "-nostats"));
        arguments.addAll(List.of("-probesize", PROBE_BYTES, "-analyzeduration", PROBE_MICROS));
        arguments.addAll(List.of("-fpsprobesize", "0", "-threads", "1", "-f", "flv", "-i", "pipe:0"));
        arguments.addAll(List.of("-filter_complex", picture(), "-filter_complex", sound()));
        for (int i = 0; i < renditions.size(); i++) {
            arguments.addAll(List.of("-map", "[v" + i + "]"));
        }
        arguments.addAll(List.of("-map", "[a]"));
        arguments.addAll(video());
        arguments.addAll(List.of("-c:a", "aac", "-b:a", Integer.toString(Timing.AUDIO_BITS_PER_SECOND)));
        arguments.addAll(packaging());
        return arguments;
    }

    /// One decode, one frame rate change, then each size from the one above it: cheaper than each from the source.
    private String picture() {
        StringBuilder graph = new StringBuilder("[0:v:0]");
        if (source.interlaced()) {
            graph.append("yadif=deint=interlaced,");
        }
        graph.append("fps=%d,".formatted(source.framesPerSecond()));
        for (int i = 0; i < renditions.size(); i++) {
            Rendition rendition = renditions.get(i);
            graph.append("scale=%d:%d:flags=fast_bilinear:out_range=tv,setsar=1"
                    .formatted(rendition.width(), rendition.height()));
            boolean last = i == renditions.size() - 1;
            graph.append(last ? "[v%d]".formatted(i) : ",split=2[v%d][s%d];[s%d]".formatted(i, i, i));
        }
        return graph.toString();
    }

    /// A graph of its own: when the sound changes its format ffmpeg makes its graph anew, and nothing that holds for
    /// the beginning only may stand in it.
    private static String sound() {
        return "[0:a:0]aresample=async=" + STRETCH + ":min_hard_comp=0.05,aformat=sample_rates=" + Timing.AUDIO_RATE
                + ":channel_layouts=stereo[a]";
    }

    private List<String> video() {
        String keyFrame = Long.toString(source.framesPerSecond() * Timing.KEY_FRAME.toSeconds());
        List<String> video = new ArrayList<>(
                List.of("-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-pix_fmt", "yuv420p"));
        video.addAll(List.of("-threads:v", "1", "-g", keyFrame, "-keyint_min", keyFrame, "-sc_threshold", "0"));
        for (int i = 0; i < renditions.size(); i++) {
            Rendition rendition = renditions.get(i);
            video.addAll(List.of("-b:v:" + i, Integer.toString(rendition.bitsPerSecond())));
            video.addAll(List.of("-maxrate:v:" + i, Integer.toString(rendition.fillBitsPerSecond())));
            video.addAll(List.of("-bufsize:v:" + i, Integer.toString(rendition.bufferBits())));
        }
        return video;
    }

    private List<String> packaging() {
        String chunk = String.format(Locale.ROOT, "%.3f", Timing.CHUNK.toMillis() / 1000.0);
        List<String> packaging = new ArrayList<>(List.of("-f", "dash", "-method", "PUT", "-streaming", "1"));
        packaging.addAll(List.of("-use_template", "1", "-use_timeline", "0"));
        packaging.addAll(List.of("-seg_duration", Long.toString(Timing.SEGMENT.toSeconds())));
        packaging.addAll(List.of("-frag_type", "duration", "-frag_duration", chunk));
        packaging.addAll(List.of("-window_size", WINDOW_SEGMENTS, "-extra_window_size", "0"));
        packaging.addAll(List.of("-init_seg_name", "init-$RepresentationID$.mp4"));
        packaging.addAll(List.of("-media_seg_name", "$RepresentationID$-$Number$.m4s"));
        packaging.add(target + "/manifest.mpd");
        return packaging;
    }
}
