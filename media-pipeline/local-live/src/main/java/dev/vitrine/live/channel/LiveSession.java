package dev.vitrine.live.channel;

import dev.vitrine.live.archive.Archive;
import dev.vitrine.live.flv.FlvTag;
import dev.vitrine.live.origin.InitSegment;
import dev.vitrine.live.origin.LiveStream;
import dev.vitrine.live.origin.StreamListener;
import dev.vitrine.live.rtmp.EndReason;
import dev.vitrine.live.rtmp.FlvWriter;
import dev.vitrine.live.rtmp.StreamEnd;
import dev.vitrine.live.rtmp.StreamSink;
import dev.vitrine.live.transcode.Transcoder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// One stream from its publisher's first tag to its last segment.
///
/// The publisher's thread writes into ffmpeg; ffmpeg's segments come back on the origin's threads.
final class LiveSession implements StreamSink {
    private static final System.Logger LOG = System.getLogger(LiveSession.class.getName());
    /// How long the origin may still read what an exited ffmpeg has sent: it is in a socket's buffer.
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(2);
    static final String TRANSCODER_DIED = "transcoder-died";

    private final LiveStream stream;
    private final Transcoder transcoder;
    private final FlvWriter writer;
    private final BiConsumer<LiveStream, String> onOver;

    /// @param onOver called once, with the reason, when ffmpeg has stored its last segment
    LiveSession(LiveStream stream, Transcoder transcoder, BiConsumer<LiveStream, String> onOver) {
        this.stream = stream;
        this.transcoder = transcoder;
        this.writer = new FlvWriter(transcoder.input(), this::over);
        this.onOver = onOver;
    }

    LiveStream stream() {
        return stream;
    }

    /// @throws IOException when ffmpeg has died: its publisher is disconnected, and comes back with a new stream
    @Override
    public void accept(FlvTag tag) throws IOException {
        writer.accept(tag);
    }

    @Override
    public void end(StreamEnd end) {
        writer.end(end);
    }

    private void over(StreamEnd end) {
        String reason = end.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            if (end.reason() == EndReason.SINK_STALLED) {
                transcoder.kill();
            } else if (!transcoder.finish()) {
                reason = TRANSCODER_DIED;
            }
            stream.awaitSettled(SETTLE_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.log(System.Logger.Level.WARNING, "stream {0} was not flushed: the service stops", stream.id());
        } finally {
            onOver.accept(stream, reason);
        }
    }

    /// Passes what the origin takes to the archive, and the moment players can start to the channel.
    record Listener(Archive archive, String channel, String stream, Consumer<Instant> onPlayable)
            implements StreamListener {
        @Override
        public void playable(Instant mediaStart) {
            onPlayable.accept(mediaStart);
        }

        @Override
        public void initStored(String track, InitSegment init) {
            archive.init(channel, stream, track, init.bytes());
        }

        @Override
        public void segmentStored(String track, int number, byte[] bytes) {
            archive.segment(channel, stream, track, number, bytes);
        }
    }
}
