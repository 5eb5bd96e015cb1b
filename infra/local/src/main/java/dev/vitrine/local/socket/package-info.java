/// The WebSocket API: sockets of clients on one side, invocations and the `@connections` API on the other,
/// as Amazon API Gateway has them.
///
/// Guarantees: a handshake is answered by the function's `$connect`; the messages of one socket are invoked
/// one after another, in their order; `$disconnect` comes once, after the last of them, for every socket
/// that was accepted and whichever way it ended (best effort when the local cloud stops); a post never
/// waits for a slow reader; no socket can take more than its bounds ([SocketSettings]), so that none delays
/// another.
///
/// Threads: each socket has three virtual ones: the server's reads, one writes, one invokes. A [Watch]
/// looks after idle, old, stalled and half-open ones.
///
/// Must not import the issuer, the meter, the stores or the sources. Frames are parsed here and not by
/// Helidon's `WsConnection`, which cannot refuse a handshake by status, tells nobody of a socket that
/// breaks, and decodes the fragments of a message one by one.
package dev.vitrine.local.socket;
