/// The recording of every stream in the object store, made as the stream happens.
///
/// A segment goes to the [Spool] on disk when it is complete and from there to the store, in order, however long the
/// store is away. What a stream was is told afterwards from what is stored ([StreamSummary]), never from memory: the
/// orderly end and the end after a crash are one path.
///
/// Guarantees: a crash loses at most the segment that was being made; `stream.json` speaks only of what is stored;
/// `recording.json` is written last; the spool is bounded ([Spool#MAX_BYTES]) and what it had to refuse is counted.
/// Must not import: `channel`, `control`, `jobs`, `transcode`.
package dev.vitrine.live.archive;
