package dev.vitrine.live.jobs;

import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.jobs.MediaFacts.FileFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Packages a show: HLS and DASH over one set of CMAF files, and one MP4. Nothing is encoded.
final class Packaging {
    static final Duration SEGMENT = Duration.ofSeconds(6);
    /// How far the replay's length may be from the recording's before it is worth a word.
    private static final double LENGTH_TOLERANCE_SECONDS = 1.0;
    private static final Duration LIMIT = Duration.ofHours(1);

    private static final System.Logger LOG = System.getLogger(Packaging.class.getName());

    private final Ffmpeg ffmpeg;
    private final MediaFacts facts;

    Packaging(Ffmpeg ffmpeg, MediaFacts facts) {
        this.ffmpeg = ffmpeg;
        this.facts = facts;
    }

    /// @param wantedMillis length of the recording
    /// @return length of what was made, in milliseconds
    long make(Path show, Path folder, long wantedMillis) {
        List<String> input = List.of("-loglevel", "error", "-i", show.toString());
        Path mp4 = folder.resolve(ReplayFiles.MP4);
        ffmpeg.run(
                with(input, "-map", "0:v:0", "-map", "0:a:0", "-c", "copy", "-movflags", "+faststart", mp4.toString()),
                LIMIT);
        FileFacts made = facts.of(mp4);
        compare(made, wantedMillis);
        ffmpeg.run(
                with(
                        input,
                        "-map",
                        "0",
                        "-c",
                        "copy",
                        "-f",
                        "dash",
                        "-seg_duration",
                        Long.toString(SEGMENT.toSeconds()),
                        "-use_template",
                        "1",
                        "-use_timeline",
                        "1",
                        "-adaptation_sets",
                        oneSetPerTrack(facts.of(show)),
                        "-hls_playlist",
                        "1",
                        "-hls_master_name",
                        ReplayFiles.HLS,
                        "-init_seg_name",
                        "init-$RepresentationID$.mp4",
                        "-media_seg_name",
                        "$RepresentationID$-$Number$.m4s",
                        folder.resolve(ReplayFiles.DASH).toString()),
                LIMIT);
        LadderInOneSet.merge(folder.resolve(ReplayFiles.DASH));
        return Math.round(made.seconds() * 1000);
    }

    /// ffmpeg takes only pictures of the very same aspect ratio into one set; even sizes cannot always give that.
    private static String oneSetPerTrack(FileFacts clip) {
        return IntStream.range(0, clip.tracks().size())
                .mapToObj(track -> "id=" + track + ",streams=" + track)
                .collect(Collectors.joining(" "));
    }

    /// What was recorded is what there is: a replay that differs from its recording is told, and kept.
    private static void compare(FileFacts made, long wantedMillis) {
        if (Math.abs(made.seconds() - wantedMillis / 1000.0) > LENGTH_TOLERANCE_SECONDS) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a replay of {0} s for a recording of {1} ms",
                    made.seconds(),
                    wantedMillis);
        }
    }

    private static List<String> with(List<String> input, String... rest) {
        List<String> arguments = new ArrayList<>(input);
        arguments.addAll(List.of(rest));
        return arguments;
    }
}
