package dev.vitrine.live.origin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/// One stream's live window: a few tracks, each a bounded number of bounded segments. Safe for use by many threads.
public final class LiveStream {
    private final String channel;
    private final String id;
    private final InstantSource clock;
    private final StreamListener listener;
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long mediaStartMillis = Long.MAX_VALUE;
    private boolean playable;
    private boolean ended;
    private int growing;

    /// @param plans the renditions, largest first, then the sound
    public LiveStream(
            String channel, String id, List<TrackPlan> plans, InstantSource clock, StreamListener listener) {
        this.channel = channel;
        this.id = id;
        this.clock = clock;
        this.listener = listener;
        plans.forEach(plan -> tracks.put(plan.name(), new Track(plan)));
    }

    public String channel() {
        return channel;
    }

    public String id() {
        return id;
    }

    /// The name of the track that the transcoder numbers so, if there is one.
    Optional<String> trackNumbered(int index) {
        return tracks.keySet().stream().skip(Math.max(index, 0)).findFirst().filter(name -> index >= 0);
    }

    void storeInit(String name, byte[] bytes) {
        InitSegment init = InitSegment.parse(bytes);
        locked(() -> {
            tracks.get(name).init(init);
            return null;
        });
        listener.initStored(name, init);
    }

    Segment openSegment(String name, int number) {
        return locked(() -> {
            Segment opened = tracks.get(name).open(number);
            growing++;
            return opened;
        });
    }

    void append(String name, Segment segment, byte[] bytes, int count) {
        locked(() -> {
            if (segment.append(bytes, count)) {
                calibrate(tracks.get(name), segment);
                changed.signalAll();
            }
            return null;
        });
    }

    void completeSegment(String name, int number, Segment segment) {
        boolean becamePlayable = locked(() -> {
            segment.complete();
            changed.signalAll();
            boolean all = tracks.values().stream()
                    .allMatch(track -> track.init().isPresent() && track.hasCompleteSegment());
            boolean first = all && !playable;
            playable |= all;
            return first;
        });
        listener.segmentStored(name, number, segment.bytes());
        if (becamePlayable) {
            listener.playable(mediaStart());
        }
    }

    /// A segment's transfer is over; one that was not completed is not media.
    void closeSegment(String name, int number, Segment segment) {
        locked(() -> {
            growing--;
            if (!segment.isComplete()) {
                tracks.get(name).drop(number);
            }
            changed.signalAll();
            return null;
        });
    }

    /// Waits until no segment is being received: ffmpeg may have exited while its last bytes are still read here.
    public void awaitSettled(Duration limit) throws InterruptedException {
        await(view -> growing == 0, limit, view -> true);
    }

    /// No more media: playlists close and nobody is kept waiting.
    public void end() {
        locked(() -> {
            ended = true;
            changed.signalAll();
            return null;
        });
    }

    /// When media time zero was, by the earliest a part has come since; settled once the stream is playable, for
    /// players measure latency by it.
    Instant mediaStart() {
        return locked(() -> Instant.ofEpochMilli(mediaStartMillis));
    }

    private void calibrate(Track track, Segment segment) {
        if (!playable && track.init().isPresent()) {
            double end = track.seconds(segment.parts().getLast().endTime());
            mediaStartMillis = Math.min(mediaStartMillis, clock.millis() - Math.round(end * 1000));
        }
    }

    /// Reads under the lock. The function must not keep what it was given, nor block.
    <T> T read(Function<View, T> reader) {
        return locked(() -> reader.apply(new View()));
    }

    /// Waits until `ready`, the stream's end or the limit, then reads. The caller sees in the view which it was.
    <T> T await(Function<View, Boolean> ready, Duration limit, Function<View, T> reader) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            View view = new View();
            long left = limit.toNanos();
            while (left > 0 && !ended && !ready.apply(view)) {
                left = changed.awaitNanos(left);
            }
            return reader.apply(view);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until players can start, at most so long.
    public boolean awaitPlayable(Duration limit) throws InterruptedException {
        return await(View::playable, limit, View::playable);
    }

    /// The newest whole segment of the largest picture, with its header: enough to decode a picture from.
    public Optional<byte[]> newestPicture() {
        return read(view -> {
            Track track = tracks.values().iterator().next();
            return track.newestComplete()
                    .flatMap(track::segment)
                    .flatMap(segment -> track.init().map(init -> concat(init.bytes(), segment.bytes())));
        });
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /// The stream's state, while its lock is held.
    final class View {
        Optional<Track> track(String name) {
            return Optional.ofNullable(tracks.get(name));
        }

        Iterable<Track> tracks() {
            return tracks.values();
        }

        boolean playable() {
            return playable;
        }

        boolean ended() {
            return ended;
        }

        Instant mediaStart() {
            return Instant.ofEpochMilli(mediaStartMillis);
        }
    }
}
