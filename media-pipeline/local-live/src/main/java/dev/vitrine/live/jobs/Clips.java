package dev.vitrine.live.jobs;

import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.archive.RecordingKeys;
import dev.vitrine.live.archive.StreamSummary;
import dev.vitrine.live.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Fetches what is stored of a stream into one MP4: its pictures, largest first, then its sound. Nothing is encoded.
final class Clips {
    private static final System.Logger LOG = System.getLogger(Clips.class.getName());
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final String SEGMENT = ".m4s";

    private final ObjectStore store;
    private final Ffmpeg ffmpeg;

    Clips(ObjectStore store, Ffmpeg ffmpeg) {
        this.store = store;
        this.ffmpeg = ffmpeg;
    }

    /// Whatever was stored is enough, as long as there is something to see and to hear; empty when there is not.
    Optional<Path> fetch(String channel, StreamSummary stream, Path folder, String name) {
        List<StreamSummary.Rendition> stored = largestFirst(stream.renditions()).stream()
                .filter(each -> store.exists(RecordingKeys.init(channel, stream.stream(), each.name())))
                .toList();
        if (stored.stream().map(StreamSummary.Rendition::kind).distinct().count() < 2) {
            LOG.log(System.Logger.Level.WARNING, "{0} has no picture or no sound: left out", stream.stream());
            return Optional.empty();
        }
        List<Path> tracks = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of("-loglevel", "error", "-copyts"));
        for (StreamSummary.Rendition rendition : stored) {
            Path track = folder.resolve(name + "-" + rendition.name() + ".mp4");
            concatenate(channel, stream.stream(), rendition.name(), track);
            arguments.addAll(List.of("-i", track.toString()));
            tracks.add(track);
        }
        for (int i = 0; i < tracks.size(); i++) {
            arguments.addAll(List.of("-map", Integer.toString(i)));
        }
        Path clip = folder.resolve(name + ".mp4");
        arguments.addAll(List.of("-c", "copy", "-y", clip.toString()));
        ffmpeg.run(arguments, LIMIT);
        tracks.forEach(track -> track.toFile().delete());
        return Optional.of(clip);
    }

    private static List<StreamSummary.Rendition> largestFirst(List<StreamSummary.Rendition> renditions) {
        return renditions.stream()
                .sorted(Comparator.comparing(StreamSummary.Rendition::kind)
                        .thenComparing(StreamSummary.Rendition::height)
                        .reversed())
                .toList();
    }

    /// CMAF: a header and its segments, one after another, are a whole file.
    private void concatenate(String channel, String stream, String rendition, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            append(RecordingKeys.init(channel, stream, rendition), out);
            for (int number : numbers(RecordingKeys.stream(channel, stream) + rendition + "/")) {
                append(RecordingKeys.segment(channel, stream, rendition, number), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot fetch " + rendition + " of " + stream, e);
        }
    }

    private void append(String key, OutputStream out) throws IOException {
        Optional<ObjectStore.Stored> stored = store.get(key);
        if (stored.isEmpty()) {
            throw new CannotRender("recording lacks " + key);
        }
        try (ObjectStore.Stored each = stored.get()) {
            each.content().transferTo(out);
        }
    }

    private TreeSet<Integer> numbers(String prefix) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String key : store.list(prefix)) {
            if (key.endsWith(SEGMENT)) {
                numbers.add(Integer.valueOf(key.substring(prefix.length(), key.length() - SEGMENT.length())));
            }
        }
        return numbers;
    }
}
