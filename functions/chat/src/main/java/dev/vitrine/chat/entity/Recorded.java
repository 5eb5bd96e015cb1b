package dev.vitrine.chat.entity;

import dev.vitrine.model.ReplayRendered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A stretch of the show and where it is in the recording.
///
/// @param begins in the recording, in milliseconds
public record Recorded(Instant onAirAt, long begins, long durationMillis) {
    public static final long MINUTE_MILLIS = 60_000;

    /// Clips follow each other in the recording without a gap, whatever lay between them on air.
    public static List<Recorded> of(List<ReplayRendered.Clip> clips) {
        var recorded = new ArrayList<Recorded>();
        long begins = 0;
        for (var clip : clips) {
            recorded.add(new Recorded(clip.onAirAt(), begins, clip.durationMillis()));
            begins += clip.durationMillis();
        }
        return List.copyOf(recorded);
    }

    public Instant until() {
        return onAirAt.plusMillis(durationMillis);
    }

    /// Where in the recording somebody saw what they spoke of.
    public long mediaMillis(Numbered danmaku) {
        var at = ((Item.Danmaku) danmaku.item()).onAirAt();
        return begins + at.toEpochMilli() - onAirAt.toEpochMilli();
    }
}
