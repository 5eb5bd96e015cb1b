package dev.vitrine.live.rtmp;

/// Takes the streams that were authorised and whose headers were checked.
public interface StreamHost {
    /// A new stream of `channel` begins; the previous one of that channel, if any, has ended (its
    /// [StreamSink#end] has returned). Called on the connection's own thread: it may block for a moment while a
    /// transcoder starts.
    ///
    /// @throws RuntimeException when the stream cannot be taken: its publisher is turned away
    StreamSink onPublish(String channel, MediaInfo media);
}
