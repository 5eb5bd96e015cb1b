/// `vitrine bench fan-out`: what a room's talk costs, how fast it is, and whether anything is lost.
///
/// Measures the product as it runs here, from outside, over its public contract:
/// [dev.vitrine.chat.bench.fanout.LaneA] with real sockets beside peers,
/// [dev.vitrine.chat.bench.fanout.LaneB] with simulated readers over the real origin,
/// [dev.vitrine.chat.bench.fanout.Resume] with real sockets that come back,
/// [dev.vitrine.chat.bench.fanout.CostTable] from what these counted. Everything is on loopback, bounded,
/// and stops by itself.
///
/// Must not import what functions are made of: whoever measures from inside measures something else.
package dev.vitrine.chat.bench.fanout;
