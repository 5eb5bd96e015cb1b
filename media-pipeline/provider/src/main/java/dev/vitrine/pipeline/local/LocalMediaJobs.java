package dev.vitrine.pipeline.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vitrine.pipeline.MediaJobs;
import dev.vitrine.pipeline.RenderReplay;
import io.smallrye.mutiny.Uni;

/// Rendering jobs at the local live service.
public final class LocalMediaJobs implements MediaJobs {
    private final LocalControl control;

    public LocalMediaJobs(LocalControl control) {
        this.control = control;
    }

    @Override
    public Uni<Void> submit(RenderReplay job) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("id", job.id());
        body.put("channel", job.channel().value());
        body.put("recordingKey", job.recordingKey());
        body.put("outputPrefix", job.outputPrefix());
        return control.post("/jobs", body).replaceWithVoid();
    }
}
