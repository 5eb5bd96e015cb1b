package dev.vitrine.pipeline;

import dev.vitrine.model.ReplayRendered;

/// How a rendering job ended. May arrive twice.
public sealed interface JobEvent {
    String jobId();

    record Rendered(String jobId, ReplayRendered replay) implements JobEvent {}

    record Failed(String jobId, ChannelRef channel, String reason) implements JobEvent {}
}
