/// Channels and their streams: who is on air, what was, what is told to the host.
///
/// A channel is prepared once, carries one stream at a time and may be ended once; its [ChannelRecord] on disk is the
/// truth a restart begins with. What happened is told through the [Outbox], which keeps it until it is taken.
///
/// Guarantees: `stream.started` is told when players can start and not before; every stream that was started is told
/// stopped, after a crash at the next start; an ended channel takes no publisher; messages keep their order.
/// Must not import: `control`, `jobs`.
package dev.vitrine.live.channel;
