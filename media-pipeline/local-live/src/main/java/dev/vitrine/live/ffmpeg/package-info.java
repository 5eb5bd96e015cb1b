/// ffmpeg and ffprobe as processes: out of their jar into a folder, checked once, started, watched and ended.
///
/// Guarantees: an installation is complete or absent (written beside, then renamed) and its folder is named by
/// what it holds, so an upgrade never mixes versions; every process started here is known to a
/// [ProcessRegistry] from before its PID is handed out until it has exited; every one-shot run has a deadline.
///
/// ffmpeg (GPLv3 build) is only ever run as a separate process: nothing here loads its libraries.
///
/// Must not import any other package of the live service.
package dev.vitrine.live.ffmpeg;
