package dev.vitrine.live.jobs;

import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.jobs.MediaFacts.FileFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Joins clips that are alike and packages them: HLS and DASH over one set of CMAF files, and one MP4. Nothing is
/// encoded.
final class Packaging {
    static final Duration SEGMENT = Duration.ofSeconds(6);
    /// How far the replay's length may be from the recording's, and its sound's start from its picture's.
    static final double LENGTH_TOLERANCE_SECONDS = 1.0;
    static final double START_TOLERANCE_SECONDS = 0.1;
    private static final Duration LIMIT = Duration.ofHours(1);

    private final Ffmpeg ffmpeg;
    private final MediaFacts facts;

    Packaging(Ffmpeg ffmpeg, MediaFacts facts) {
        this.ffmpeg = ffmpeg;
        this.facts = facts;
    }

    /// @param wantedMillis length of the recording
    /// @return length of what was made, in milliseconds
    long make(List<Path> clips, Path folder, long wantedMillis) {
        List<String> input = List.of("-loglevel", "error", "-f", "concat", "-safe", "0", "-i", list(clips, folder));
        Path mp4 = folder.resolve(ReplayFiles.MP4);
        ffmpeg.run(
                with(input, "-map", "0:v:0", "-map", "0:a:0", "-c", "copy", "-movflags", "+faststart", mp4.toString()),
                LIMIT);
        FileFacts made = facts.of(mp4);
        check(made, wantedMillis);
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
                        oneSetPerTrack(facts.of(clips.getFirst())),
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

    private static void check(FileFacts made, long wantedMillis) {
        double difference = Math.abs(made.seconds() - wantedMillis / 1000.0);
        if (difference > LENGTH_TOLERANCE_SECONDS) {
            throw new IllegalStateException(
                    "replay of %.3f s for a recording of %d ms".formatted(made.seconds(), wantedMillis));
        }
        double apart = Math.abs(
                made.tracks().getFirst().start() - made.tracks().getLast().start());
        if (apart > START_TOLERANCE_SECONDS) {
            throw new IllegalStateException("picture and sound start %.3f s apart".formatted(apart));
        }
    }

    /// The list lies beside the folder, not in it: all in the folder is stored.
    private static String list(List<Path> clips, Path folder) {
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        clips.forEach(
                clip -> list.append("file '").append(clip.toAbsolutePath()).append("'\n"));
        try {
            return Files.writeString(folder.resolveSibling("clips.txt"), list).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the list of clips", e);
        }
    }

    private static List<String> with(List<String> input, String... rest) {
        List<String> arguments = new ArrayList<>(input);
        arguments.addAll(List.of(rest));
        return arguments;
    }
}
