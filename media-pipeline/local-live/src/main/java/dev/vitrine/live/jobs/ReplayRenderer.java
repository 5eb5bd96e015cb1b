package dev.vitrine.live.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.live.ObjectStore;
import dev.vitrine.live.archive.Recording;
import dev.vitrine.live.archive.StreamSummary;
import dev.vitrine.live.durable.Disk;
import dev.vitrine.live.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes one replay: fetch, join, package, check, store. May be repeated; overwrites what an earlier
/// attempt stored.
public final class ReplayRenderer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectStore store;
    private final Clips clips;
    private final Joining joining;
    private final Packaging packaging;
    private final Path workFolder;

    public ReplayRenderer(ObjectStore store, Ffmpeg ffmpeg, Path workFolder) {
        this.store = store;
        MediaFacts facts = new MediaFacts(ffmpeg);
        this.clips = new Clips(store, ffmpeg);
        this.joining = new Joining(ffmpeg, facts, new Normalising(ffmpeg));
        this.packaging = new Packaging(ffmpeg, facts);
        this.workFolder = workFolder;
        Disk.delete(workFolder);
    }

    /// What was made: its length, and which streams it was made of.
    record Rendered(long durationMillis, List<StreamSummary> streams) {}

    /// @throws CannotRender when no attempt can succeed
    Rendered render(Job job) {
        Recording recording = recording(job.recordingKey());
        Path folder = Disk.folder(workFolder.resolve(job.id()));
        try {
            List<Path> parts = new ArrayList<>();
            List<StreamSummary> streams = new ArrayList<>();
            for (StreamSummary stream : recording.streams()) {
                clips.fetch(recording.channel(), stream, folder, "clip-" + parts.size())
                        .ifPresent(clip -> {
                            parts.add(clip);
                            streams.add(stream);
                        });
            }
            if (parts.isEmpty()) {
                throw new CannotRender("nothing was recorded that can be seen and heard");
            }
            Path made = Disk.folder(folder.resolve("replay"));
            long millis = packaging.make(joining.joined(parts, folder), made, length(streams));
            ShowDates.write(made, streams);
            new Upload(store).all(made, job.outputPrefix());
            return new Rendered(millis, streams);
        } finally {
            Disk.delete(folder);
        }
    }

    private static long length(List<StreamSummary> streams) {
        return streams.stream().mapToLong(StreamSummary::durationMillis).sum();
    }

    private Recording recording(String key) {
        Recording recording = store.get(key)
                .map(stored -> {
                    try {
                        return JSON.readValue(stored.bytes(), Recording.class);
                    } catch (IOException e) {
                        throw new UncheckedIOException("recording cannot be read", e);
                    }
                })
                .orElseThrow(() -> new CannotRender("no recording at " + key));
        if (recording.streams().isEmpty()) {
            throw new CannotRender("nothing was recorded");
        }
        return recording;
    }
}
