package dev.vitrine.media.control;

import dev.vitrine.media.entity.Recording;
import dev.vitrine.pipeline.MediaJobs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Has the replay of a complete recording rendered. A recording that is reported twice is rendered once.
@ApplicationScoped
public class RenderRecording {
    private final MediaJobs jobs;

    RenderRecording(MediaJobs jobs) {
        this.jobs = jobs;
    }

    public Uni<Void> render(Recording recording) {
        return jobs.submit(recording.replay());
    }
}
