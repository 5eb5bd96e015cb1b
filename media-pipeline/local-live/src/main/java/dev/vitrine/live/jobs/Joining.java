package dev.vitrine.live.jobs;

import dev.vitrine.live.jobs.MediaFacts.FileFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes clips alike, so that they can follow each other in one track: those that differ from the longest are encoded
/// again in its shape; if that is not enough for a copy, all are.
final class Joining {
    private final MediaFacts facts;
    private final Normalising normalising;

    Joining(MediaFacts facts, Normalising normalising) {
        this.facts = facts;
        this.normalising = normalising;
    }

    /// @return the clips in the given order, alike in number, kind and parameters of their tracks
    List<Path> alike(List<Path> clips, Path folder) {
        List<FileFacts> found = clips.stream().map(facts::of).toList();
        FileFacts model =
                found.stream().max(Comparator.comparingDouble(FileFacts::seconds)).orElseThrow();
        List<Path> some = new ArrayList<>();
        for (int i = 0; i < clips.size(); i++) {
            boolean same = found.get(i).keys().equals(model.keys());
            some.add(same ? clips.get(i) : normalising.shape(clips.get(i), model, folder.resolve("some-" + i + ".mp4")));
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
