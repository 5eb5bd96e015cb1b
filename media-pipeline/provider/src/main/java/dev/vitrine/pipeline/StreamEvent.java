package dev.vitrine.pipeline;

import java.time.Instant;

/// What a provider reports about a channel, in the house's words. May arrive late, twice, or out of order.
public sealed interface StreamEvent {
    /// The provider's id of the notification, the same for a repeated delivery.
    String id();

    ChannelRef channel();

    /// When it happened, by the provider's clock.
    Instant at();

    /// The stream can be watched.
    record Started(String id, ChannelRef channel, Instant at, StreamRef stream) implements StreamEvent {}

    /// The push is over, in good order or not; the provider does not know whether it will come back.
    record Stopped(String id, ChannelRef channel, Instant at, StreamRef stream, String reason) implements StreamEvent {}

    /// How many watch. Only from providers that push the figure; others are asked by `MediaProvider.onAir`.
    record ViewersCounted(String id, ChannelRef channel, Instant at, int viewers) implements StreamEvent {}
}
