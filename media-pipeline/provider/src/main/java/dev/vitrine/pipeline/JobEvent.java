package dev.vitrine.pipeline;

/// How a rendering job ended. May arrive twice.
public sealed interface JobEvent {
    String jobId();

    record Rendered(String jobId, RenderedReplay replay) implements JobEvent {}

    record Failed(String jobId, ChannelRef channel, String reason) implements JobEvent {}
}
