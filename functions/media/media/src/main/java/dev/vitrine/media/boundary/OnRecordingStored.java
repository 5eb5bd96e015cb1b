package dev.vitrine.media.boundary;

import dev.vitrine.media.control.RenderRecording;
import dev.vitrine.media.entity.Recording;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/// Storage event: the recording of a channel is complete.
public class OnRecordingStored {
    private final RenderRecording renderRecording;

    OnRecordingStored(RenderRecording renderRecording) {
        this.renderRecording = renderRecording;
    }

    /// Fails when the rendering service did not take a job; the event is then delivered again.
    @Funq("media-on-recording-stored")
    public Uni<Void> recordingStored(StorageEvent event) {
        return Multi.createFrom()
                .iterable(event.keys())
                .onItem()
                .transformToUniAndConcatenate(key -> renderRecording.render(Recording.at(key)))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
