package dev.vitrine.live.channel;

import java.time.Instant;
import java.util.Optional;

/// A channel as the host may see it.
///
/// @param onAir the stream that plays now
public record ChannelState(String channel, boolean ended, Optional<OnAir> onAir) {
    /// @param since when players could start
    public record OnAir(String stream, Instant since, int viewers) {}
}
