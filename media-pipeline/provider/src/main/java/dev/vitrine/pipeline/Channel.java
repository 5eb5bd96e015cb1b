package dev.vitrine.pipeline;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/// A prepared channel: where its video can be watched once a stream is on air.
/// The addresses are stable across reconnects.
///
/// @param hls absolute address of the multivariant playlist
/// @param dash absolute address of the manifest, where the provider delivers DASH
public record Channel(ChannelRef ref, URI hls, Optional<URI> dash) {
    public Channel {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(hls, "hls");
        Objects.requireNonNull(dash, "dash");
    }
}
