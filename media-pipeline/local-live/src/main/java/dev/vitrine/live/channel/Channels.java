package dev.vitrine.live.channel;

import dev.vitrine.live.archive.Archive;
import dev.vitrine.live.origin.LiveStream;
import dev.vitrine.live.origin.Viewers;
import dev.vitrine.live.rtmp.MediaInfo;
import dev.vitrine.live.rtmp.StreamHost;
import dev.vitrine.live.rtmp.StreamSink;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The channels of this service. Safe for use by many threads; every command may be repeated.
public final class Channels implements StreamHost {
    private static final String SERVICE_RESTARTED = "service-restarted";

    private record Playing(LiveStream stream, Instant since) {}

    private final Registry registry;
    private final Streams streams;
    private final Closing closing;
    private final Outbox outbox;
    private final StreamMessages messages;
    private final Viewers viewers;
    private final ViewerTeller viewerTeller;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Map<String, Playing> playing = new ConcurrentHashMap<>();

    public Channels(
            Path folder,
            Streams streams,
            Archive archive,
            Outbox outbox,
            Viewers viewers,
            InstantSource clock,
            Supplier<String> ids) {
        this.registry = new Registry(folder);
        this.streams = streams;
        this.closing = new Closing(registry, archive);
        this.outbox = outbox;
        this.messages = new StreamMessages(clock);
        this.viewers = viewers;
        this.viewerTeller = new ViewerTeller(this, outbox, messages);
        this.clock = clock;
        this.ids = ids;
    }

    /// Tells what an earlier run could not: its streams are over. Then closes their recordings.
    public void start() {
        for (ChannelRecord record : registry.all()) {
            for (StreamRecord stream : record.streams()) {
                if (!stream.stopped()) {
                    stopped(record.channel(), stream, SERVICE_RESTARTED);
                }
            }
        }
        closing.start();
        for (ChannelRecord record : registry.all()) {
            if (record.open()) {
                closing.wake(record.channel());
            }
        }
        viewerTeller.start();
    }

    /// On return the channel survives a crash.
    public void prepare(String channel) {
        registry.prepare(channel);
    }

    public static boolean isName(String channel) {
        return ChannelRecord.isName(channel);
    }

    public Optional<ChannelState> find(String channel) {
        return registry.find(channel).map(this::state);
    }

    public List<ChannelState> onAir() {
        return playing.keySet().stream().flatMap(each -> find(each).stream()).toList();
    }

    /// Refuses later publishers; the recording is finished once the last stream is over. The caller
    /// disconnects the publisher. Repeating it writes `recording.json` again, so a host that lost its event
    /// gets another.
    public void end(String channel) {
        registry.change(channel, ChannelRecord::asEnded);
        closing.wake(channel);
    }

    /// The newest picture's segment with its header, when on air.
    public Optional<byte[]> newestPicture(String channel) {
        return Optional.ofNullable(playing.get(channel))
                .flatMap(each -> each.stream().newestPicture());
    }

    boolean takesPublisher(String channel) {
        return registry.find(channel)
                .map(each -> !each.ended() && each.streams().size() < ChannelRecord.MAX_STREAMS)
                .orElse(false);
    }

    @Override
    public StreamSink onPublish(String channel, MediaInfo media) {
        if (!takesPublisher(channel)) {
            throw new IllegalStateException("channel " + channel + " takes no publisher");
        }
        String id = ids.get();
        Instant since = now();
        registry.change(channel, record -> record.with(StreamRecord.begun(id, since.toString())));
        try {
            return streams.open(channel, id, media, zero -> playable(channel, id, since, zero), this::over);
        } catch (RuntimeException e) {
            registry.change(
                    channel,
                    record -> record.change(id, each -> each.asStopped().asArchived()));
            throw e;
        }
    }

    private void playable(String channel, String id, Instant since, Instant zero) {
        registry.change(channel, record -> record.change(id, each -> each.asTold(zero)));
        streams.find(channel, id).ifPresent(stream -> playing.put(channel, new Playing(stream, since)));
        outbox.stream(messages.started(channel, id, since.toString()));
    }

    private void over(LiveStream stream, String reason) {
        playing.computeIfPresent(stream.channel(), (channel, each) -> each.stream() == stream ? null : each);
        viewers.forget(stream.channel());
        registry.find(stream.channel()).stream()
                .flatMap(record -> record.streams().stream())
                .filter(each -> each.stream().equals(stream.id()))
                .forEach(each -> stopped(stream.channel(), each, reason));
        closing.wake(stream.channel());
    }

    private void stopped(String channel, StreamRecord stream, String reason) {
        if (stream.told()) {
            outbox.stream(messages.stopped(channel, stream.stream(), reason));
        }
        registry.change(channel, record -> record.change(stream.stream(), StreamRecord::asStopped));
    }

    private ChannelState state(ChannelRecord record) {
        Optional<ChannelState.OnAir> onAir = Optional.ofNullable(playing.get(record.channel()))
                .map(each -> new ChannelState.OnAir(each.stream().id(), each.since(), viewers.count(record.channel())));
        return new ChannelState(record.channel(), record.ended(), onAir);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public void stop() throws InterruptedException {
        viewerTeller.stop();
        closing.stop();
    }
}
