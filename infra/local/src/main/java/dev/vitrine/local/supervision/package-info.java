/// Keeps the parts of the local cloud answering: asks each a real small question every few seconds, says what
/// is down, and starts again what hangs, for ever.
///
/// Guarantees: a part that does not answer [Watch#MISSES] questions in a row is told as down, once, and as
/// back, once; pauses between its restarts grow to [RestartPause#LONGEST] and never end; nothing is started
/// again while the local cloud stops.
///
/// Must not import the stores or the live service: they implement [Watched].
package dev.vitrine.local.supervision;
