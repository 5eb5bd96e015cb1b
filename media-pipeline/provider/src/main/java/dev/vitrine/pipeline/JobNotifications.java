package dev.vitrine.pipeline;

/// Reads a rendering service's notifications, as they come from its queue, into the house's words.
public interface JobNotifications {
    /// @throws dev.vitrine.model.InvalidValue when it is not a notification of this service
    JobEvent read(String notification);
}
