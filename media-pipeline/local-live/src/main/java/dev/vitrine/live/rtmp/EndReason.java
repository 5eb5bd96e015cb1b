package dev.vitrine.live.rtmp;

/// Why a stream ended.
public enum EndReason {
    /// The encoder said so.
    UNPUBLISHED,
    /// The connection closed without a word.
    CONNECTION_LOST,
    /// Nothing came for [RtmpLimits#idle], or no media for [RtmpLimits#mediaSilence].
    SILENT,
    /// The host ended it.
    DISCONNECTED,
    /// More bits for longer than [RtmpLimits#bitsPerSecond] and [RtmpLimits#rateWindow] allow.
    RATE_EXCEEDED,
    /// [RtmpLimits#showLength] is over.
    TOO_LONG,
    /// Not RTMP, or over a size bound.
    PROTOCOL_VIOLATION,
    /// Media that is not taken: another codec, a size out of bounds, a header that changed, a broken timeline.
    MEDIA_REFUSED,
    /// The sink took nothing for [RtmpLimits#stall].
    SINK_STALLED,
    /// The sink failed.
    SINK_FAILED,
    /// The server is closing.
    SHUTDOWN
}
