/// The demonstration show: a client of the public contract and an encoder, as a streamer has them.
///
/// Uses nothing of the local cloud but its addresses, so that whatever it shows works for anybody else.
package dev.vitrine.local.demo;
