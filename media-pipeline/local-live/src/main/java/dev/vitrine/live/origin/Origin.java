package dev.vitrine.live.origin;

import dev.vitrine.live.http.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The streams whose windows are in memory: per channel the current one and the last that ended. Safe for use by many
/// threads.
public final class Origin {
    /// How long players that lag may read the end of a stream.
    static final Duration KEEP_ENDED = Duration.ofMinutes(1);
    /// Current and ended streams of one channel in memory; a publisher that reconnects in a loop cannot fill it.
    static final int MAX_STREAMS_PER_CHANNEL = 2;

    private record Held(LiveStream stream, Optional<Instant> endedAt) {
        boolean expired(Instant now) {
            return endedAt.map(at -> at.plus(KEEP_ENDED).isBefore(now)).orElse(false);
        }
    }

    private final InstantSource clock;
    private final Map<String, Deque<Held>> channels = new HashMap<>();
    private final Map<String, Ingest> ingests = new HashMap<>();

    private record Ingest(LiveStream stream, String secret) {}

    public Origin(InstantSource clock) {
        this.clock = clock;
    }

    /// Takes a stream in, as the current one of its channel.
    ///
    /// @param secret what its transcoder must name to store media
    public synchronized void add(LiveStream stream, String secret) {
        sweep();
        Deque<Held> held = channels.computeIfAbsent(stream.channel(), channel -> new ArrayDeque<>());
        held.addFirst(new Held(stream, Optional.empty()));
        while (held.size() > MAX_STREAMS_PER_CHANNEL) {
            held.removeLast().stream().end();
        }
        ingests.put(stream.id(), new Ingest(stream, secret));
    }

    /// Closes a stream's playlists; its window stays for a while.
    public synchronized void end(LiveStream stream) {
        stream.end();
        ingests.remove(stream.id());
        Deque<Held> held = channels.getOrDefault(stream.channel(), new ArrayDeque<>());
        if (held.removeIf(each -> each.stream() == stream)) {
            held.addLast(new Held(stream, Optional.of(clock.instant())));
        }
        sweep();
    }

    /// The stream a channel's stable addresses speak of: the newest.
    public synchronized Optional<LiveStream> current(String channel) {
        sweep();
        return Optional.ofNullable(channels.get(channel)).map(Deque::peekFirst).map(Held::stream);
    }

    synchronized Optional<LiveStream> stream(String channel, String id) {
        sweep();
        return Optional.ofNullable(channels.get(channel)).stream()
                .flatMap(Deque::stream)
                .map(Held::stream)
                .filter(stream -> stream.id().equals(id))
                .findFirst();
    }

    synchronized Optional<LiveStream> ingest(String id, String secret) {
        return Optional.ofNullable(ingests.get(id))
                .filter(ingest -> Secrets.same(ingest.secret(), secret))
                .map(Ingest::stream);
    }

    private void sweep() {
        Instant now = clock.instant();
        channels.values().forEach(held -> held.removeIf(each -> each.expired(now)));
        channels.values().removeIf(Deque::isEmpty);
    }
}
