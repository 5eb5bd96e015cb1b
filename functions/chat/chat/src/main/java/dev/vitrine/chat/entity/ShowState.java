package dev.vitrine.chat.entity;

/// The states of a show, as the live-room database names them.
public enum ShowState {
    SCHEDULED,
    READY,
    LIVE,
    INTERRUPTED,
    ENDED,
    REPLAY_READY,
    CANCELLED
}
