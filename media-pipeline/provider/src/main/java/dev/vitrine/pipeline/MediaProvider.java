package dev.vitrine.pipeline;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;

/// A cloud live service: takes a push, transcodes it, delivers it, records it.
///
/// Every method may be repeated. A failed `Uni` means the provider could not be asked or refused, never "not live".
public interface MediaProvider {
    /// Makes the channel exist. Repeating it answers the same channel.
    ///
    /// @param name the house's name for the channel (the room id); the provider may answer another reference
    Uni<Channel> prepare(String name);

    /// Issues the key to push with and revokes the one before for new pushes. Not idempotent: each call is a
    /// rotation.
    Uni<IngestCredentials> rotateKey(ChannelRef channel);

    Uni<ChannelState> state(ChannelRef channel);

    /// Every channel that is on air, in one question, so that a reconciliation costs one call and not one per room.
    Uni<Map<ChannelRef, ChannelState.OnAir>> onAir();

    /// Ends the channel for good: disconnects a push, refuses later ones, and completes the recording.
    Uni<Void> end(ChannelRef channel);

    /// A still picture of what is on air now.
    ///
    /// @return absolute public address of a JPEG
    Uni<URI> snapshot(ChannelRef channel);
}
