package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Spread;
import java.util.LinkedHashMap;
import java.util.Map;

/// What readers of lane B saw, each counted. Used on the loop.
final class Seen {
    private static final int PARSED = 32;

    private final Spread freshness = new Spread();
    private final Map<Long, Segment> parsed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Segment> eldest) {
            return size() > PARSED;
        }
    };
    private long bytes;
    private long segmentsRead;
    private long early;
    private long failed;
    private long gaps;

    /// Segments are parsed once for all.
    Segment segment(long slot, Stored stored) {
        return parsed.computeIfAbsent(slot, _ -> Segment.read(stored.body()));
    }

    void read(Segment segment, Stored stored, long readers, long nowMillis) {
        segment.times().forEach(at -> freshness.add(nowMillis - at, readers));
        bytes += stored.wireBytes() * readers;
        segmentsRead += readers;
    }

    /// A 404: the slot was not there yet.
    void early(Stored stored, long readers) {
        bytes += stored.wireBytes() * readers;
        early += readers;
    }

    void failed(long readers) {
        failed += readers;
    }

    void gap(long readers) {
        gaps += readers;
    }

    Spread freshness() {
        return freshness;
    }

    /// To all readers.
    long bytes() {
        return bytes;
    }

    long segmentsRead() {
        return segmentsRead;
    }

    long early() {
        return early;
    }

    long failed() {
        return failed;
    }

    long gaps() {
        return gaps;
    }
}
