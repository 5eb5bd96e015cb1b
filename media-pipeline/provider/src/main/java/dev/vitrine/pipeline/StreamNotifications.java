package dev.vitrine.pipeline;

import java.util.Optional;

/// Reads a provider's notifications, as they come from its queue, into the house's words.
public interface StreamNotifications {
    /// @return nothing when the notification is well formed but of a kind the house does not use
    /// @throws dev.vitrine.model.InvalidValue when it is not a notification of this provider
    Optional<StreamEvent> read(String notification);
}
