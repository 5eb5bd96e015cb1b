/// Connections of strangers, in front of whatever serves them: how many there may be, how long one may
/// take, and where each HTTP/1.1 message on it begins and ends.
///
/// Guarantees: the server behind it sees whole heads and bodies that can be read in one way only (RFC
/// 9112); a sender that breaks off, stalls or is not understood is answered once and cut, within bounds
/// of time; nobody is kept out by connections that nothing comes from; what strangers do makes one line
/// of log a second at most. Must not import any other package of the live service.
package dev.vitrine.live.wire;
