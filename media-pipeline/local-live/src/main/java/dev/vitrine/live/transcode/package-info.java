/// One ffmpeg per stream: FLV in, a ladder of renditions out, as CMAF chunks PUT to the origin while they are made.
///
/// Guarantees: every rendition keeps the source's aspect and none is larger than the source; key frames of all
/// renditions stand at the same media times; segments of one number cover the same time; a dead ffmpeg is told to its
/// owner once. Relies on tags that were conformed (see `conform`): both tracks from zero to the end.
/// Must not import: `origin`, `archive`, `channel`, `control`, `jobs`, `rtmp`.
package dev.vitrine.live.transcode;
