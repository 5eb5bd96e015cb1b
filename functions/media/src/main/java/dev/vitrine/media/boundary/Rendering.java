package dev.vitrine.media.boundary;

import dev.vitrine.pipeline.JobNotifications;
import dev.vitrine.pipeline.MediaJobs;
import dev.vitrine.pipeline.local.LocalControl;
import dev.vitrine.pipeline.local.LocalJobNotifications;
import dev.vitrine.pipeline.local.LocalMediaJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

/// Which rendering service stands behind the ports. Today there is one; another is a second case here.
///
/// The configuration is looked up when a job is submitted: a function that only reads notifications needs no address.
@ApplicationScoped
class Rendering {

    @Produces
    @ApplicationScoped
    MediaJobs jobs(Instance<RenderingConfig> config) {
        return new LocalMediaJobs(
                new LocalControl(config.get().controlUrl(), config.get().controlToken()));
    }

    @Produces
    @ApplicationScoped
    JobNotifications notifications() {
        return new LocalJobNotifications();
    }
}
