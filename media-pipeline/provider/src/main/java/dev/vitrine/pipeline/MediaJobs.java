package dev.vitrine.pipeline;

import io.smallrye.mutiny.Uni;

/// A rendering service (MediaConvert, ApsaraVideo ICE, the local one): takes a job, reports its end by
/// notification.
public interface MediaJobs {
    /// Starts a job, or does nothing when a job of that id was taken before.
    ///
    /// @return when the service has taken the job durably, not when it is done
    Uni<Void> submit(RenderReplay job);
}
