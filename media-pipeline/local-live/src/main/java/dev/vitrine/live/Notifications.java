package dev.vitrine.live;

/// Where the service tells what happened: two queues of its host.
///
/// A method returns when the message is durably taken; it throws otherwise, and the service calls it again later with
/// the same message. So a message may come twice; those of one channel come in order.
public interface Notifications {
    /// `stream.started`, `stream.stopped`, `viewers.counted`.
    void stream(String json);

    /// `rendered`, `failed`.
    void job(String json);
}
