package dev.vitrine.platform.event;

import io.smallrye.mutiny.Uni;

/// Port to the queues that carry domain events between capabilities.
public interface EventBus {

    /// Sends the event to every queue subscribed to its type. No subscriber is no failure.
    ///
    /// @return completes when every queue has taken it; fails when one has not, and then may be repeated: a
    ///     consumer can
    ///     see the same event id twice
    Uni<Void> publish(CloudEvent event);
}
