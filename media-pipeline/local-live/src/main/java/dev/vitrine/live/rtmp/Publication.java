package dev.vitrine.live.rtmp;

import dev.vitrine.live.flv.FlvTag;
import dev.vitrine.live.flv.FlvTag.Kind;
import java.time.Duration;
import java.util.Map;

/// One stream from its accepted publish to its end: gathers the headers, begins the sink, keeps the limits.
final class Publication {
    private static final System.Logger LOG = System.getLogger(Publication.class.getName());

    private final String channel;
    private final RtmpLimits limits;
    private final StreamHost host;
    private final Runnable broken;
    private final StreamHeaders headers;
    private final RateLimit rate;
    private final Timeline timeline = new Timeline();
    private volatile SinkPump pump;
    private long begunAt;
    private long mediaAt;
    private long bytes;

    /// @param broken called from another thread when the sink fails while the connection may be waiting for its peer
    Publication(String channel, RtmpLimits limits, StreamHost host, Runnable broken) {
        this.channel = channel;
        this.limits = limits;
        this.host = host;
        this.broken = broken;
        this.mediaAt = System.nanoTime();
        this.headers = new StreamHeaders(limits, mediaAt);
        this.rate = new RateLimit(limits.bitsPerSecond(), limits.rateWindow(), mediaAt);
    }

    String channel() {
        return channel;
    }

    boolean begun() {
        return pump != null;
    }

    void describe(Map<?, ?> metadata) {
        headers.describe(metadata);
    }

    void audio(Message message) throws MediaRefused, StreamOver {
        long now = media(message);
        switch (MediaTag.audio(message.body())) {
            case MediaTag.AudioHeader(byte[] body) -> header(Kind.AUDIO, body, headers.audio(body));
            case MediaTag.AudioFrame(byte[] body) when headers.hasAudio() -> frame(Kind.AUDIO, message, body);
            case MediaTag.AudioFrame _ -> headers.soundWithoutHeader(now);
            case MediaTag.AdtsFrame(byte[] header, byte[] body) -> {
                header(Kind.AUDIO, header, headers.audio(header));
                frame(Kind.AUDIO, message, body);
            }
            default -> {} // nothing to pass on
        }
        headers.expected(now);
        mediaAt = System.nanoTime(); // a sink that held the frame is not the publisher's silence
    }

    void video(Message message) throws MediaRefused, StreamOver {
        long now = media(message);
        switch (MediaTag.video(message.body())) {
            case MediaTag.VideoHeader(byte[] body, AvcConfiguration configuration) ->
                header(Kind.VIDEO, body, headers.video(body, configuration));
            case MediaTag.VideoFrame(byte[] body, boolean key)
            when headers.hasVideo() -> {
                if (key && !begun()) {
                    begin();
                }
                frame(Kind.VIDEO, message, body);
            }
            default -> {} // nothing to pass on
        }
        headers.expected(now);
        mediaAt = System.nanoTime(); // a sink that held the frame is not the publisher's silence
    }

    /// Called for every message, media or not: all of it counts, and without media no connection holds its channel.
    void admit(Message message) throws StreamOver {
        long now = System.nanoTime();
        if (!rate.allows(message.body().length, now)) {
            throw new StreamOver(
                    EndReason.RATE_EXCEEDED,
                    "more than " + limits.bitsPerSecond() + " bit/s over "
                            + limits.rateWindow().toSeconds() + " s");
        }
        if (begun() && now - begunAt > limits.showLength().toNanos()) {
            throw new StreamOver(EndReason.TOO_LONG, "longer than " + limits.showLength());
        }
        if (now - mediaAt > limits.mediaSilence().toNanos()) {
            throw new StreamOver(
                    EndReason.SILENT, "no media for " + limits.mediaSilence().toSeconds() + " s");
        }
    }

    /// Called from another thread: a connection that waits for room in front of a slow sink waits no more.
    void stopTaking() {
        SinkPump running = pump;
        if (running != null) {
            running.stopTaking();
        }
    }

    void end(EndReason reason, String detail) {
        if (pump == null) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0}: ended before its headers were known: {1}, {2}",
                    channel,
                    reason,
                    detail);
            return;
        }
        boolean sinkFailed = pump.failure().isPresent();
        StreamEnd end = new StreamEnd(
                sinkFailed ? EndReason.SINK_FAILED : reason,
                sinkFailed ? pump.failure().get().toString() : detail,
                bytes,
                Duration.ofNanos(System.nanoTime() - begunAt));
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", channel, end);
        pump.end(end);
    }

    private long media(Message message) {
        bytes += message.body().length;
        return System.nanoTime();
    }

    /// Before the beginning the last header counts; later only a changed one is passed on, between the frames.
    private void header(Kind kind, byte[] body, boolean changed) throws StreamOver {
        if (begun() && changed) {
            pump.put(new FlvTag(kind, 0, body));
        }
    }

    /// What comes before the first key frame belongs to no show.
    private void frame(Kind kind, Message message, byte[] body) throws StreamOver {
        long millis = timeline.millis(message.timestamp());
        if (begun()) {
            pump.put(new FlvTag(kind, millis, body));
        }
    }

    private void begin() throws StreamOver {
        MediaInfo media = headers.media();
        LOG.log(System.Logger.Level.INFO, "{0}: begins, {1}", channel, media);
        pump = new SinkPump(channel, sink(media), limits, broken);
        begunAt = System.nanoTime();
        pump.start();
        pump.put(new FlvTag(Kind.SCRIPT, 0, headers.metadata()));
        pump.put(new FlvTag(Kind.VIDEO, 0, headers.video()));
        if (headers.hasAudio()) {
            pump.put(new FlvTag(Kind.AUDIO, 0, headers.audio()));
        }
    }

    private StreamSink sink(MediaInfo media) throws StreamOver {
        try {
            return host.onPublish(channel, media);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, channel + ": the host did not take the stream", e);
            throw new StreamOver(EndReason.SINK_FAILED, "The stream cannot be taken now.");
        }
    }
}
