package dev.vitrine.local.socket;

/// The sockets of one path since the start.
///
/// @param open now
/// @param accepted handshakes
/// @param refused handshakes, by the function or by a bound
/// @param messagesIn that were invoked
/// @param messagesOut answers and posts
/// @param failures messages whose invocation failed
/// @param flooded sockets closed for sending too much at once
/// @param limited posts refused because their reader was behind
/// @param stalled sockets cut because their reader took nothing
public record SocketFigures(
        String path,
        String function,
        long open,
        long accepted,
        long refused,
        long messagesIn,
        long messagesOut,
        long failures,
        long flooded,
        long limited,
        long stalled) {}
