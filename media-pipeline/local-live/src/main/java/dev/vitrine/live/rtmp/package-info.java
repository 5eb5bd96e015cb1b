/// RTMP ingest: many publishers on one port, each on a virtual thread; nobody plays from here.
///
/// Guarantees: a stream key is hashed on arrival and approved by [dev.vitrine.live.PublishAuthorizer] before a byte
/// of media is taken; a channel has at most one publisher; what reaches a [StreamSink] is H.264 and AAC whose headers
/// were checked, conformed to the house's time (see `conform`), under every limit of [RtmpLimits]; a publisher that
/// falls silent is given up within [RtmpLimits#idle]; a slow sink slows its publisher's socket and costs bounded
/// memory; bad input ends its own connection and nothing else.
///
/// Sources: Adobe's RTMP specification 1.0 (sections named in the code), AMF0, the FLV 10.1 specification annex E,
/// ISO/IEC 14496-15 5.2.4 (AVC configuration), 14496-10 7.3.2.1 (SPS), 14496-3 1.6.2.1 (AAC configuration).
///
/// Must not import transcoding, origin, archive or control packages, nor any HTTP or cloud library.
package dev.vitrine.live.rtmp;
