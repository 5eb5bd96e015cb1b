package dev.vitrine.live.rtmp;

import dev.vitrine.live.flv.FlvTag;
import java.io.IOException;

/// Where one stream goes, from its first tag to its end.
public interface StreamSink {
    /// Takes the next tag: metadata, the H.264 and AAC headers, then media in show time, without holes
    /// (see `conform`). Blocking is the way to slow the publisher down; blocking longer than
    /// [RtmpLimits#stall] ends the stream. One thread calls this.
    ///
    /// @throws IOException when the sink is broken: the stream ends
    void accept(FlvTag tag) throws IOException;

    /// The stream is over. Called exactly once, after the last [#accept] has returned; only when the reason is
    /// [EndReason#SINK_STALLED] an `accept` may still hang, which this call should make fail.
    void end(StreamEnd end);
}
