package dev.vitrine.chat.replay.entity;

import dev.vitrine.chat.entity.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A stretch of the show and where it is in the recording.
///
/// @param begins in the recording, in milliseconds
public record Recorded(Instant onAirAt, long begins, long durationMillis) {
    public static final long MINUTE_MILLIS = 60_000;

    /// Clips follow each other in the recording without a gap, whatever lay between them on air.
    public static List<Recorded> of(List<Clip> clips) {
        var recorded = new ArrayList<Recorded>();
        long begins = 0;
        for (var clip : clips) {
            recorded.add(new Recorded(clip.onAirAt(), begins, clip.durationMillis()));
            begins += clip.durationMillis();
        }
        return List.copyOf(recorded);
    }

    /// How many minutes the recording has, the last of them perhaps in part.
    public static long minutes(List<Recorded> recorded) {
        long ends = recorded.isEmpty() ? 0 : recorded.getLast().ends();
        return Math.ceilDiv(ends, MINUTE_MILLIS);
    }

    /// What of this stretch is in a minute of the recording.
    public Optional<Recorded> within(long minute) {
        long from = Math.max(begins, minute * MINUTE_MILLIS);
        long to = Math.min(ends(), (minute + 1) * MINUTE_MILLIS);
        return from < to
                ? Optional.of(new Recorded(onAirAt.plusMillis(from - begins), from, to - from))
                : Optional.empty();
    }

    private long ends() {
        return begins + durationMillis;
    }

    public Instant until() {
        return onAirAt.plusMillis(durationMillis);
    }

    /// Where in the recording a danmaku's speaker saw what they spoke of; where anything else happened.
    public long mediaMillis(Item item) {
        var at = item instanceof Item.Danmaku danmaku ? danmaku.onAirAt() : item.at();
        return begins + at.toEpochMilli() - onAirAt.toEpochMilli();
    }
}
