/// The live window in memory: CMAF segments while and after they arrive, and the playlists that speak of them.
///
/// ffmpeg PUTs ([IngestService], loopback only, by a secret of the stream); viewers GET
/// ([OriginService]), as through a CDN: every answer carries the cache headers a CDN needs, and nothing
/// depends on who asks but the session that a channel's manifest issues ([PlaybackSessions]), by which
/// [Viewers] are counted.
///
/// Guarantees: memory per stream is bounded ([LiveStream]); a segment, once complete, never changes; one set of
/// segments serves LL-HLS and LL-DASH; a request for what is about to exist waits for it, at most
/// [OriginService#HOLD]; malformed media is refused with [MalformedMedia], never anything else.
/// Must not import: `archive`, `channel`, `control`, `jobs`, `rtmp`.
package dev.vitrine.live.origin;
