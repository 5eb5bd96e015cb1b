package dev.vitrine.live.rtmp;

import dev.vitrine.live.rtmp.FlvTag.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private final List<FlvTag> early = new ArrayList<>();
    private int earlyBytes;
    private volatile SinkPump pump;
    private boolean sound = true;
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
        MediaTag tag = MediaTag.audio(message.body());
        if (tag instanceof MediaTag.AudioHeader && sound) {
            header(Kind.AUDIO, message, headers.audio(message.body()));
        } else if (tag instanceof MediaTag.AudioFrame && sound && headers.hasAudio()) {
            frame(Kind.AUDIO, message);
        }
        beginOnceComplete(now);
        mediaAt = System.nanoTime(); // a sink that held the frame is not the publisher's silence
    }

    void video(Message message) throws MediaRefused, StreamOver {
        long now = media(message);
        MediaTag tag = MediaTag.video(message.body());
        if (tag instanceof MediaTag.VideoHeader header) {
            header(Kind.VIDEO, message, headers.video(message.body(), header.configuration(), now));
        } else if (tag instanceof MediaTag.VideoFrame picture && headers.hasVideo()) {
            if (picture.key()) {
                headers.keyFrame();
            }
            if (headers.hasKeyFrame()) {
                frame(Kind.VIDEO, message);
            }
        }
        beginOnceComplete(now);
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
                Duration.ofNanos(System.nanoTime() - begunAt),
                timeline.length());
        LOG.log(System.Logger.Level.INFO, "{0}: {1}", channel, end);
        pump.end(end);
    }

    private long media(Message message) {
        bytes += message.body().length;
        return System.nanoTime();
    }

    /// Before the beginning the last header counts; later only a changed one is passed on, between the frames.
    private void header(Kind kind, Message message, boolean changed) throws StreamOver {
        if (begun() && changed) {
            pump.put(new FlvTag(kind, timeline.length().toMillis(), message.body()));
        }
    }

    private void frame(Kind kind, Message message) throws MediaRefused, StreamOver {
        FlvTag tag = new FlvTag(kind, timeline.millis(message.timestamp()), message.body());
        if (begun()) {
            pump.put(tag);
            return;
        }
        earlyBytes += tag.weight();
        if (earlyBytes > limits.bufferBytes()) {
            throw new MediaRefused("more than " + limits.bufferBytes() + " bytes before the headers were complete");
        }
        early.add(tag);
    }

    private void beginOnceComplete(long now) throws MediaRefused, StreamOver {
        if (begun() || !headers.complete(now)) {
            return;
        }
        MediaInfo media = headers.media();
        LOG.log(System.Logger.Level.INFO, "{0}: begins, {1}", channel, media);
        pump = new SinkPump(channel, sink(media), limits, broken);
        begunAt = System.nanoTime();
        sound = media.hasAudio();
        pump.start();
        pump.put(new FlvTag(Kind.SCRIPT, 0, headers.metadata()));
        pump.put(new FlvTag(Kind.VIDEO, 0, headers.video()));
        if (sound) {
            pump.put(new FlvTag(Kind.AUDIO, 0, headers.audio()));
        }
        for (FlvTag tag : early) {
            pump.put(tag);
        }
        early.clear();
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
