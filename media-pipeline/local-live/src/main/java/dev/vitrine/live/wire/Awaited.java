package dev.vitrine.live.wire;

/// What the next byte of a connection is.
enum Awaited {
    /// The first of a request, if there is another one.
    REQUEST,
    HEAD,
    BODY,
    /// Of another protocol, which has deadlines of its own.
    ANYTHING
}
