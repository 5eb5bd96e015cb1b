package dev.vitrine.pipeline;

import java.time.Instant;

/// What the provider says of a channel at this moment.
public sealed interface ChannelState {
    /// The provider does not know the channel.
    record Unknown() implements ChannelState {}

    /// Prepared, nobody pushes.
    record Offline() implements ChannelState {}

    /// A stream is on air and can be watched.
    ///
    /// @param viewers playback sessions of the last seconds, 0 where the provider does not count
    record OnAir(StreamRef stream, Instant since, int viewers) implements ChannelState {}
}
