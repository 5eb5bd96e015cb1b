package dev.vitrine.live.rtmp;

import java.time.Duration;

/// How a stream ended.
///
/// @param detail one line for the log; never holds a stream key
/// @param bytes media bytes taken from the publisher
/// @param onAir wall time since the headers were known
public record StreamEnd(EndReason reason, String detail, long bytes, Duration onAir) {}
