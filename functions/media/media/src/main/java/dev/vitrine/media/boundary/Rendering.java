package dev.vitrine.media.boundary;

import dev.vitrine.pipeline.JobNotifications;
import dev.vitrine.pipeline.MediaJobs;
import dev.vitrine.pipeline.local.LocalControl;
import dev.vitrine.pipeline.local.LocalJobNotifications;
import dev.vitrine.pipeline.local.LocalMediaJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/// Which rendering service stands behind the ports. Today there is one; another is a second case here.
///
/// Its address is asked for when a job is submitted: a function that only reads notifications needs none.
@ApplicationScoped
class Rendering {

    @Produces
    @ApplicationScoped
    MediaJobs jobs(RenderingConfig config) {
        return new LocalMediaJobs(new LocalControl(
                config.controlUrl().orElseThrow(() -> missing("VITRINE_LIVE_CONTROL_URL")),
                config.controlToken().orElseThrow(() -> missing("VITRINE_LIVE_CONTROL_TOKEN"))));
    }

    @Produces
    @ApplicationScoped
    JobNotifications notifications() {
        return new LocalJobNotifications();
    }

    private static IllegalStateException missing(String key) {
        return new IllegalStateException(key + " is required by a function that uses the rendering service");
    }
}
