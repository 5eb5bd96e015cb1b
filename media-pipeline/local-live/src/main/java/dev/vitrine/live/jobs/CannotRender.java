package dev.vitrine.live.jobs;

/// The recording cannot become a replay, now or later; the message is the reason told to the host.
final class CannotRender extends RuntimeException {
    CannotRender(String message) {
        super(message);
    }
}
