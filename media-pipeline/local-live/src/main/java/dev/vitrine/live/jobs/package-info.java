/// Replays: the streams of a recording joined into one show, as HLS, DASH and MP4.
///
/// Guarantees: a submitted job survives a crash and is done once per id, one at a time; it is retried a bounded number
/// of times and its outcome is told; the length of what it made is checked against the recording; media is copied, not
/// encoded again, wherever the streams' parameters allow; its working folder is gone when it is done.
/// Must not import: `control`, `rtmp`, `transcode`.
package dev.vitrine.live.jobs;
