package dev.vitrine.live.origin;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The live window of one rendition. Guarded by the lock of its stream.
final class Track {
    /// Segments named in playlists: 30 seconds at 2 seconds each.
    static final int WINDOW_SEGMENTS = 15;
    /// Segments kept behind the window for players that read an older playlist.
    static final int GRACE_SEGMENTS = 4;

    private final TrackPlan plan;
    private final NavigableMap<Integer, Segment> segments = new TreeMap<>();
    private Optional<InitSegment> init = Optional.empty();

    Track(TrackPlan plan) {
        this.plan = plan;
    }

    TrackPlan plan() {
        return plan;
    }

    Optional<InitSegment> init() {
        return init;
    }

    void init(InitSegment segment) {
        init = Optional.of(segment);
    }

    Segment open(int number) {
        if (!segments.isEmpty() && number <= segments.lastKey()) {
            throw new MalformedMedia("segment " + number + " after " + segments.lastKey());
        }
        Segment segment = new Segment();
        segments.put(number, segment);
        while (segments.size() > WINDOW_SEGMENTS + GRACE_SEGMENTS) {
            segments.pollFirstEntry();
        }
        return segment;
    }

    void drop(int number) {
        segments.remove(number);
    }

    Optional<Segment> segment(int number) {
        return Optional.ofNullable(segments.get(number));
    }

    /// The numbers a playlist names, oldest first; the last may be growing.
    NavigableMap<Integer, Segment> window() {
        if (segments.isEmpty()) {
            return segments;
        }
        int first = Math.max(segments.firstKey(), segments.lastKey() - WINDOW_SEGMENTS + 1);
        return segments.tailMap(first, true);
    }

    boolean hasCompleteSegment() {
        return segments.values().stream().anyMatch(Segment::isComplete);
    }

    Optional<Integer> newest() {
        return segments.isEmpty() ? Optional.empty() : Optional.of(segments.lastKey());
    }

    Optional<Integer> newestComplete() {
        return segments.descendingMap().entrySet().stream()
                .filter(entry -> entry.getValue().isComplete())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The segment players are at: the oldest that is not complete, else the newest. The next one may have begun
    /// before the last bytes of this one were read; playlists must not jump over it.
    int edge() {
        return window().entrySet().stream()
                .filter(entry -> !entry.getValue().isComplete())
                .map(Map.Entry::getKey)
                .findFirst()
                .or(this::newest)
                .orElse(0);
    }

    /// Whether a playlist can name part `part` of segment `number`, or has passed it.
    boolean reached(int number, int part) {
        if (number != edge()) {
            return number < edge();
        }
        return segment(number)
                .map(segment -> segment.isComplete() || segment.parts().size() > part)
                .orElse(false);
    }

    /// Whether the segment is being made, or is the next to be made: worth waiting for.
    boolean upcoming(int number) {
        return segment(number)
                .map(segment -> !segment.isComplete())
                .orElse(newest().filter(newest -> number == newest + 1).isPresent());
    }

    double seconds(long ticks) {
        return (double) ticks / init.map(InitSegment::timeScale).orElseThrow();
    }

    /// Media time at which the newest complete part ends.
    double endSeconds() {
        return segments.values().stream()
                .flatMap(segment -> segment.parts().stream())
                .mapToDouble(part -> seconds(part.endTime()))
                .max()
                .orElse(0);
    }
}
