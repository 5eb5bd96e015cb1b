/// One ffmpeg per stream: FLV in, a ladder of renditions out, as CMAF chunks PUT to the origin while they are made.
///
/// Guarantees: every rendition keeps the source's aspect and none is larger than the source; key frames of all
/// renditions stand at the same media times; segments of one number cover the same time; picture and sound start at
/// zero; sound is always there (silence if the source has none); a dead ffmpeg is told to its owner once.
/// Must not import: `origin`, `archive`, `channel`, `control`, `jobs`, `rtmp`.
package dev.vitrine.live.transcode;
