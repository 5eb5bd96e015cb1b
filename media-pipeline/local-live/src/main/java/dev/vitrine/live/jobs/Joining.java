package dev.vitrine.live.jobs;

import dev.vitrine.live.ffmpeg.Ffmpeg;
import dev.vitrine.live.jobs.MediaFacts.FileFacts;
import dev.vitrine.live.transcode.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes one file of a show's clips. They are made alike first: those that differ from the longest are encoded again in
/// its shape; if that is not enough for a copy, all are.
final class Joining {
    private static final Duration LIMIT = Duration.ofHours(1);

    private final MediaFacts facts;
    private final Normalising normalising;
    private final Ffmpeg ffmpeg;

    Joining(Ffmpeg ffmpeg, MediaFacts facts, Normalising normalising) {
        this.ffmpeg = ffmpeg;
        this.facts = facts;
        this.normalising = normalising;
    }

    /// Pictures follow each other as they are. Sound is encoded anew: the sound of each clip ends a
    /// little before or after its pictures, and only what is decoded can be filled and cut to the
    /// sample, so that no join moves what follows.
    ///
    /// @return the clips in the given order, as one
    Path joined(List<Path> clips, Path folder) {
        if (clips.size() == 1) {
            return clips.getFirst();
        }
        List<Path> alike = alike(clips, folder);
        Path show = folder.resolve("show.mp4");
        List<String> arguments = new ArrayList<>(List.of("-loglevel", "error", "-f", "concat", "-safe", "0"));
        arguments.addAll(List.of("-i", list(alike, folder), "-map", "0", "-c", "copy"));
        arguments.addAll(List.of("-c:a", "aac", "-b:a", Integer.toString(Timing.AUDIO_BITS_PER_SECOND)));
        arguments.addAll(List.of("-af", "aresample=async=1:min_hard_comp=0.005:first_pts=0", "-y", show.toString()));
        ffmpeg.run(arguments, LIMIT);
        return show;
    }

    /// A clip is as long as its pictures.
    private String list(List<Path> clips, Path folder) {
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        clips.forEach(clip -> list.append("file '")
                .append(clip.toAbsolutePath())
                .append("'\nduration ")
                .append(facts.of(clip).pictures().getFirst().seconds())
                .append('\n'));
        try {
            return Files.writeString(folder.resolve("clips.txt"), list).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the list of clips", e);
        }
    }

    private List<Path> alike(List<Path> clips, Path folder) {
        List<FileFacts> found = clips.stream().map(facts::of).toList();
        FileFacts model = found.stream()
                .max(Comparator.comparingDouble(FileFacts::seconds))
                .orElseThrow();
        List<Path> some = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            boolean same = found.get(i).keys().equals(model.keys());
            some.add(
                    same ? clips.get(i) : normalising.shape(clips.get(i), model, folder.resolve("some-" + i + ".mp4")));
        }
        if (some.stream().map(each -> facts.of(each).keys()).distinct().count() == 1) {
            return some;
        }
        List<Path> all = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            all.add(normalising.shape(clips.get(i), model, folder.resolve("all-" + i + ".mp4")));
        }
        return all;
    }
}
