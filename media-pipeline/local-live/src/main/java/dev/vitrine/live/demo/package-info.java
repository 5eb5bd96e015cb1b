/// A demonstration encoder: pushes a drawn picture with sound over RTMP, with the wall clock burnt into every frame
/// for eyes (digits) and for tests (blocks, see [dev.vitrine.live.demo.ClockCode]).
///
/// Guarantees: a frame shows the wall time at which it was drawn, and is written to the encoder at once; frame `n` is
/// drawn `n` frame intervals after the first, later only while the encoder does not take frames.
///
/// Must not import any package of the live service but [dev.vitrine.live.ffmpeg]: it is a streamer, not the service.
package dev.vitrine.live.demo;
