/// The unit in which media moves from an encoder to a transcoder: a tag of an FLV stream.
///
/// Must not import any other package of this service.
package dev.vitrine.live.flv;
